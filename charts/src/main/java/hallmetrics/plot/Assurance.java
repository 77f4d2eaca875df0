package hallmetrics.plot;

import hallmetrics.theme.Palette;
import hallmetrics.theme.Pen;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Whether a target is met whatever chance does: a ring with a tick, a cross or a wave. */
public enum Assurance {
  /** Met steadily. */
  PASS(Palette.IMPROVE, new double[][] {{-2.6, 0.2}, {-0.7, 2.2}, {2.8, -2.2}}),
  /** Missed steadily. */
  FAIL(Palette.CONCERN, new double[][] {{-2, -2}, {2, 2}, {0, 0}, {2, -2}, {-2, 2}}),
  /** Chance decides. */
  HIT_AND_MISS(
      Palette.SECONDARY, new double[][] {{-3, 1}, {-1.5, -1.4}, {0, 0}, {1.5, 1.4}, {3, -1}});

  private static final Stroke STROKE =
      new BasicStroke(1.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final double RADIUS = 5.2;

  private final Color color;
  private final double[][] sign;

  Assurance(Color color, double[][] sign) {
    this.color = color;
    this.sign = sign;
  }

  public Color color() {
    return color;
  }

  /** Draws the sign around a point. */
  public void draw(Pen pen, double x, double y) {
    pen.outline(
        new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS), STROKE, color);
    Path2D.Double path = new Path2D.Double();
    path.moveTo(x + sign[0][0], y + sign[0][1]);
    for (int i = 1; i < sign.length; i++) {
      path.lineTo(x + sign[i][0], y + sign[i][1]);
    }
    pen.outline(path, STROKE, color);
  }
}
