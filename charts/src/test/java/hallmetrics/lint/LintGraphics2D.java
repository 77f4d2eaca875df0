package hallmetrics.lint;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.text.AttributedCharacterIterator;
import java.util.List;

/** Writes down every text instead of drawing it; draws everything else. */
final class LintGraphics2D extends ForwardingGraphics2D {
  /**
   * A text on the page.
   *
   * @param box what its glyphs cover, in points of the page
   * @param clip what may be seen, in points of the page; null for everything
   */
  record Text(String text, Font font, Color color, Rectangle2D box, Rectangle2D clip) {}

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private final List<Text> texts;
  private final AffineTransform page;

  /**
   * A recorder.
   *
   * @param page from the device's pixels to points of the page
   */
  LintGraphics2D(Graphics2D to, List<Text> texts, AffineTransform page) {
    super(to);
    this.texts = texts;
    this.page = page;
  }

  private Shape onPage(Shape shape) {
    return page.createTransformedShape(to.getTransform().createTransformedShape(shape));
  }

  @Override
  public void drawString(String text, float x, float y) {
    GlyphVector glyphs = to.getFont().createGlyphVector(CONTEXT, text);
    Shape box =
        AffineTransform.getTranslateInstance(x, y).createTransformedShape(glyphs.getVisualBounds());
    Shape clip = to.getClip();
    texts.add(
        new Text(
            text,
            to.getFont(),
            to.getColor(),
            onPage(box).getBounds2D(),
            clip == null ? null : onPage(clip).getBounds2D()));
  }

  @Override
  public void drawString(String text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public void drawString(AttributedCharacterIterator text, int x, int y) {
    throw new AssertionError("text with attributes is not checked");
  }

  @Override
  public void drawString(AttributedCharacterIterator text, float x, float y) {
    throw new AssertionError("text with attributes is not checked");
  }

  @Override
  public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
    throw new AssertionError("text as glyphs is not searchable");
  }

  @Override
  public Graphics create() {
    return new LintGraphics2D((Graphics2D) to.create(), texts, page);
  }
}
