package hallmetrics.plot;

import hallmetrics.theme.Palette;
import hallmetrics.theme.Pen;
import hallmetrics.theme.Strokes;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A series without axes, in a cell.
 *
 * @param values oldest first; null where a month is missing: the line then breaks
 * @param last what the newest point says
 */
public record Sparkline(List<@Nullable Double> values, Judgement last) implements Drawable {
  private static final double RADIUS = 3;

  @Override
  public void draw(Pen pen, Rectangle2D area) {
    List<Double> known = values.stream().filter(Objects::nonNull).toList();
    if (known.isEmpty()) {
      return;
    }
    double low = known.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double high = known.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    Path2D.Double path = new Path2D.Double();
    boolean down = false;
    for (int i = 0; i < values.size(); i++) {
      Double value = values.get(i);
      if (value == null) {
        down = false;
        continue;
      }
      double x = x(area, i);
      double y = y(area, value, low, high);
      if (down) {
        path.lineTo(x, y);
      } else {
        path.moveTo(x, y);
        down = true;
      }
    }
    pen.outline(path, Strokes.LIMIT, Palette.NEUTRAL);
    Double newest = values.get(values.size() - 1);
    if (newest != null) {
      double y = y(area, newest, low, high);
      pen.fill(last.mark(x(area, values.size() - 1), y, RADIUS), last.color());
    }
  }

  private double x(Rectangle2D area, int index) {
    double width = area.getWidth() - 2 * RADIUS;
    return area.getX()
        + RADIUS
        + (values.size() == 1 ? width : width * index / (values.size() - 1));
  }

  private static double y(Rectangle2D area, double value, double low, double high) {
    double height = area.getHeight() - 2 * RADIUS;
    double part = high > low ? (value - low) / (high - low) : 0.5;
    return area.getMaxY() - RADIUS - part * height;
  }
}
