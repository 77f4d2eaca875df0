package hallmetrics.plot;

import hallmetrics.theme.Fonts;
import hallmetrics.theme.Palette;
import hallmetrics.theme.Pen;
import hallmetrics.theme.Sheet;
import hallmetrics.theme.Strokes;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jspecify.annotations.Nullable;

/**
 * A series of months with the band of its ordinary variation.
 *
 * @param months oldest first, without holes: a month without a value is a month
 * @param limits null while there are too few months to say
 */
public record XmrPlot(
    List<Month> months, @Nullable Limits limits, @Nullable Level target, Scale scale)
    implements Drawable {

  /**
   * One month.
   *
   * @param label as written under the axis
   * @param year as written under the first month of a year
   * @param value null where there is none: the line breaks
   * @param whole false where a unit that should have reported did not: the mark is hollow
   * @param note word beside the mark, empty for none
   * @param gap word at the axis where there is no value
   */
  public record Month(
      String label,
      String year,
      @Nullable Double value,
      boolean whole,
      Judgement judgement,
      String note,
      String gap) {}

  /** A horizontal line and its name. */
  public record Level(double value, String name) {}

  /**
   * The band.
   *
   * @param from index of the first month it judges
   */
  public record Limits(int from, Level low, Level mean, Level high) {}

  private static final double AXIS = 38;
  static final double RADIUS = 4;

  /** A label further from its point than this is tied to it by a line. */
  private static final double NEAR = 16;

  @Override
  public void draw(Pen pen, Rectangle2D area) {
    double left = tickWidth() + 8;
    double right = names(null, null).width() + 10;
    Rectangle2D data =
        new Rectangle2D.Double(
            area.getX() + left,
            area.getY() + 6,
            area.getWidth() - left - right,
            area.getHeight() - 6 - AXIS);
    NumberAxis x = Frame.bare(-0.6, months.size() - 0.4);
    NumberAxis y = Frame.measured(scale, data.getHeight());
    XYPlot plot = XmrSeries.plot(this, x, y);
    Frame.draw(plot, pen.graphics(), data, null);
    double[] xs = new double[months.size()];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = x.valueToJava2D(i, data, RectangleEdge.BOTTOM);
    }
    ticks(pen, data, y);
    double floor = y.valueToJava2D(scale.low(), data, RectangleEdge.LEFT);
    new MonthAxis(months, xs).draw(pen, data, floor);
    names(data, y).draw(pen, data.getMaxX() + 8, data.getMinY(), data.getMaxY());
    notes(pen, data, y, xs);
  }

  private double tickWidth() {
    return scale.ticks().stream()
        .mapToDouble(tick -> Fonts.width(scale.print(tick), Sheet.LABEL))
        .max()
        .orElse(0);
  }

  private void ticks(Pen pen, Rectangle2D data, NumberAxis axis) {
    for (double tick : scale.ticks()) {
      double y = axis.valueToJava2D(tick, data, RectangleEdge.LEFT);
      String text = scale.print(tick);
      pen.right(text, data.getMinX() - 8, y + 4, Sheet.LABEL, Palette.SECONDARY);
    }
  }

  private Gutter names(@Nullable Rectangle2D data, @Nullable NumberAxis axis) {
    Gutter gutter = new Gutter();
    if (limits != null) {
      gutter.add(at(limits.high(), data, axis), limits.high().name(), Palette.SECONDARY);
      gutter.add(at(limits.mean(), data, axis), limits.mean().name(), Palette.INK);
      gutter.add(at(limits.low(), data, axis), limits.low().name(), Palette.SECONDARY);
    }
    if (target != null) {
      gutter.add(at(target, data, axis), target.name(), Palette.TARGET);
    }
    return gutter;
  }

  private static double at(Level level, @Nullable Rectangle2D data, @Nullable NumberAxis axis) {
    return data == null || axis == null
        ? 0
        : axis.valueToJava2D(level.value(), data, RectangleEdge.LEFT);
  }

  private void notes(Pen pen, Rectangle2D data, NumberAxis axis, double[] xs) {
    Placer placer = obstacles(data, axis, xs);
    for (int i = months.size() - 1; i >= 0; i--) {
      Month month = months.get(i);
      Double value = month.value();
      boolean said = i + 1 < months.size() && months.get(i + 1).note().equals(month.note());
      if (value == null || month.note().isEmpty() || said) {
        continue;
      }
      double y = axis.valueToJava2D(value, data, RectangleEdge.LEFT);
      boolean above = limits == null || value >= limits.mean().value();
      double width = Fonts.width(month.note(), Sheet.STRONG);
      Optional<Rectangle2D> place = placer.place(xs[i], y, width, Sheet.LABEL_LEADING, above);
      if (place.isPresent()) {
        note(pen, month, place.get(), placer, xs[i], y);
      }
    }
  }

  private static void note(
      Pen pen, Month month, Rectangle2D box, Placer placer, double x, double y) {
    Line2D tie = Placer.tie(box, x, y);
    if (Math.abs(tie.getY2() - y) > NEAR) {
      double start = tie.getY2() < y ? y - RADIUS : y + RADIUS;
      pen.line(x, start, tie.getX2(), tie.getY2(), Strokes.GRID, month.judgement().color());
      placer.line(x, start, tie.getX2(), tie.getY2());
    }
    pen.left(
        month.note(), box.getX(), box.getMaxY() - 4, Sheet.STRONG, month.judgement().textColor());
  }

  private Placer obstacles(Rectangle2D data, NumberAxis axis, double[] xs) {
    Placer placer = new Placer(data);
    for (double tick : scale.ticks()) {
      level(placer, axis.valueToJava2D(tick, data, RectangleEdge.LEFT), data);
    }
    if (limits != null) {
      level(placer, at(limits.mean(), data, axis), data);
      level(placer, at(limits.high(), data, axis), data);
      level(placer, at(limits.low(), data, axis), data);
    }
    if (target != null) {
      level(placer, at(target, data, axis), data);
    }
    for (int i = 0; i < xs.length; i++) {
      Double value = months.get(i).value();
      Double before = i == 0 ? null : months.get(i - 1).value();
      if (value != null) {
        double y = axis.valueToJava2D(value, data, RectangleEdge.LEFT);
        placer.box(xs[i], y, RADIUS + 1);
        if (before != null) {
          double from = axis.valueToJava2D(before, data, RectangleEdge.LEFT);
          placer.line(xs[i - 1], from, xs[i], y);
        }
      }
    }
    return placer;
  }

  private static void level(Placer placer, double y, Rectangle2D data) {
    placer.line(data.getMinX(), y, data.getMaxX(), y);
  }
}
