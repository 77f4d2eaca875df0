package hallmetrics.plot;

import hallmetrics.theme.Palette;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** What a mark says, by colour and by shape; the word beside it is the page's. */
public enum Judgement {
  /** Ordinary variation: a dot. */
  COMMON(Palette.NEUTRAL),
  /** A signal for the better: a square. */
  IMPROVE(Palette.IMPROVE),
  /** A signal for the worse: a triangle. */
  CONCERN(Palette.CONCERN),
  /** A signal of a metric that has no better end: a diamond. */
  NOTABLE(Palette.TARGET);

  private final Color color;

  Judgement(Color color) {
    this.color = color;
  }

  public Color color() {
    return color;
  }

  /** Colour of words that say it; never lighter than secondary text. */
  public Color textColor() {
    return this == COMMON ? Palette.SECONDARY : color;
  }

  /** The mark around a point, {@code radius} points in size. */
  public Shape mark(double x, double y, double radius) {
    return switch (this) {
      case COMMON -> new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
      case IMPROVE -> new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
      case CONCERN -> polygon(x, y, radius * 1.2, 3);
      case NOTABLE -> polygon(x, y, radius * 1.25, 4);
    };
  }

  private static Shape polygon(double x, double y, double radius, int corners) {
    Path2D.Double path = new Path2D.Double();
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners - Math.PI / 2;
      double px = x + radius * Math.cos(angle);
      double py = y + radius * Math.sin(angle);
      if (i == 0) {
        path.moveTo(px, py);
      } else {
        path.lineTo(px, py);
      }
    }
    path.closePath();
    return path;
  }
}
