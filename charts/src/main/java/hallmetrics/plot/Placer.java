package hallmetrics.plot;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds a free place for a label beside a point: over no line, no mark and no other label. */
final class Placer {
  private static final double[] DISTANCES = {9, 13, 18, 24, 32, 42, 54};
  private static final double CLEAR = 2;

  private final Rectangle2D area;
  private final List<Line2D> lines = new ArrayList<>();
  private final List<Rectangle2D> boxes = new ArrayList<>();
  private final List<Rectangle2D> labels = new ArrayList<>();

  Placer(Rectangle2D area) {
    this.area = area;
  }

  void line(double x1, double y1, double x2, double y2) {
    lines.add(new Line2D.Double(x1, y1, x2, y2));
  }

  void box(double x, double y, double radius) {
    boxes.add(new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  /** Takes a place for a label of a size near a point, above it first or below it first. */
  Optional<Rectangle2D> place(double x, double y, double width, double height, boolean above) {
    for (boolean up : new boolean[] {above, !above}) {
      for (double distance : DISTANCES) {
        double top = up ? y - distance - height : y + distance;
        for (double left : new double[] {x - width / 2, x - width, x, x - width - 8, x + 8}) {
          Rectangle2D box = new Rectangle2D.Double(left, top, width, height);
          if (free(box) && reachable(box, x, y)) {
            labels.add(box);
            return Optional.of(box);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The line that ties a label to its point: from the point straight to the label's near edge. */
  static Line2D tie(Rectangle2D box, double x, double y) {
    double end = box.getMaxY() < y ? box.getMaxY() : box.getMinY();
    double foot = Math.max(box.getMinX(), Math.min(x, box.getMaxX()));
    return new Line2D.Double(x, y, foot, end);
  }

  private boolean reachable(Rectangle2D box, double x, double y) {
    Line2D tie = tie(box, x, y);
    return labels.stream().noneMatch(tie::intersects);
  }

  private boolean free(Rectangle2D box) {
    Rectangle2D wide =
        new Rectangle2D.Double(
            box.getX() - CLEAR,
            box.getY() - CLEAR,
            box.getWidth() + 2 * CLEAR,
            box.getHeight() + 2 * CLEAR);
    return area.contains(box)
        && lines.stream().noneMatch(line -> line.intersects(wide))
        && boxes.stream().noneMatch(other -> other.intersects(wide))
        && labels.stream().noneMatch(other -> other.intersects(wide));
  }
}
