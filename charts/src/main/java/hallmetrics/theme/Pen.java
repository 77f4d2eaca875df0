package hallmetrics.theme;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** Writes and draws on a page. Coordinates are points; y of text is its baseline. */
public final class Pen {
  private final Graphics2D graphics;

  public Pen(Graphics2D graphics) {
    this.graphics = graphics;
  }

  /** Sets what makes pixels the same on every machine. */
  public static void settle(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  public Graphics2D graphics() {
    return graphics;
  }

  /** Writes from x to the right. */
  public void left(String text, double x, double y, Font font, Color color) {
    if (!text.isBlank()) {
      graphics.setFont(font);
      graphics.setColor(color);
      graphics.drawString(FontGuard.clean(text), (float) x, (float) y);
    }
  }

  /** Writes so that the text ends at x. */
  public void right(String text, double x, double y, Font font, Color color) {
    left(text, x - Fonts.width(text, font), y, font, color);
  }

  /** Writes with the middle of the text at x. */
  public void centre(String text, double x, double y, Font font, Color color) {
    left(text, x - Fonts.width(text, font) / 2, y, font, color);
  }

  public void line(double x1, double y1, double x2, double y2, Stroke stroke, Color color) {
    graphics.setStroke(stroke);
    graphics.setColor(color);
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  public void fill(Shape shape, Color color) {
    graphics.setColor(color);
    graphics.fill(shape);
  }

  public void outline(Shape shape, Stroke stroke, Color color) {
    graphics.setStroke(stroke);
    graphics.setColor(color);
    graphics.draw(shape);
  }

  public void box(double x, double y, double width, double height, Color color) {
    fill(new Rectangle2D.Double(x, y, width, height), color);
  }
}
