package hallmetrics.theme;

import java.awt.BasicStroke;
import java.awt.Stroke;

/** The widths of lines, in points. */
public final class Strokes {
  public static final Stroke DATA = solid(1.6f);
  public static final Stroke FOCUS = solid(2.6f);
  public static final Stroke MEAN = solid(1.0f);
  public static final Stroke GRID = solid(0.8f);
  public static final Stroke LIMIT = solid(1.2f);
  public static final Stroke TARGET =
      new BasicStroke(
          1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {6, 4}, 0);

  private Strokes() {}

  private static Stroke solid(float width) {
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  }
}
