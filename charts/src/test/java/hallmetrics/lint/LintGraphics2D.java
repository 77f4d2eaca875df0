package hallmetrics.lint;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.List;
import org.apache.batik.ext.awt.g2d.AbstractGraphics2D;
import org.apache.batik.ext.awt.g2d.GraphicContext;
import org.jspecify.annotations.Nullable;

/** Writes down every text instead of drawing it; draws every shape. */
final class LintGraphics2D extends AbstractGraphics2D {
  /**
   * A text on the page.
   *
   * @param box what its glyphs cover, in points of the page
   * @param clip what may be seen, in points of the page; null for everything
   */
  record Text(String text, Font font, Color color, Rectangle2D box, @Nullable Rectangle2D clip) {}

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private final Graphics2D to;
  private final AffineTransform page;
  private final List<Text> texts;

  /**
   * A recorder.
   *
   * @param to draws the shapes; its transform is that of the page
   */
  LintGraphics2D(Graphics2D to, List<Text> texts) {
    super(false);
    this.to = to;
    this.page = to.getTransform();
    this.texts = texts;
    this.gc = new GraphicContext();
  }

  private LintGraphics2D(LintGraphics2D other) {
    super(other);
    this.to = other.to;
    this.page = other.page;
    this.texts = other.texts;
  }

  private Graphics2D ready() {
    to.setTransform(page);
    to.transform(getTransform());
    to.setClip(getClip());
    to.setPaint(getPaint());
    to.setStroke(getStroke());
    to.setRenderingHints(getRenderingHints());
    return to;
  }

  private Rectangle2D onPage(Shape shape) {
    return getTransform().createTransformedShape(shape).getBounds2D();
  }

  @Override
  public void draw(Shape shape) {
    ready().draw(shape);
  }

  @Override
  public void fill(Shape shape) {
    ready().fill(shape);
  }

  @Override
  public void drawString(String text, float x, float y) {
    GlyphVector glyphs = getFont().createGlyphVector(CONTEXT, text);
    Shape box =
        AffineTransform.getTranslateInstance(x, y).createTransformedShape(glyphs.getVisualBounds());
    Shape clip = getClip();
    texts.add(
        new Text(text, getFont(), getColor(), onPage(box), clip == null ? null : onPage(clip)));
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
    return new LintGraphics2D(this);
  }

  @Override
  public FontMetrics getFontMetrics(Font font) {
    return to.getFontMetrics(font);
  }

  @Override
  public GraphicsConfiguration getDeviceConfiguration() {
    return to.getDeviceConfiguration();
  }

  @Override
  public boolean drawImage(Image image, int x, int y, @Nullable ImageObserver observer) {
    throw pixels();
  }

  @Override
  public boolean drawImage(
      Image image, int x, int y, int width, int height, @Nullable ImageObserver observer) {
    throw pixels();
  }

  @Override
  public void drawRenderedImage(RenderedImage image, AffineTransform transform) {
    throw pixels();
  }

  @Override
  public void drawRenderableImage(RenderableImage image, AffineTransform transform) {
    throw pixels();
  }

  @Override
  public void copyArea(int x, int y, int width, int height, int dx, int dy) {
    throw pixels();
  }

  @Override
  public void setXORMode(Color color) {
    throw pixels();
  }

  /** Nothing is held: what it draws on is its maker's. */
  @Override
  public void dispose() {}

  private static AssertionError pixels() {
    return new AssertionError("pages are vectors");
  }
}
