package hallmetrics.theme;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The two faces of Hall Sans, loaded once a JVM. Sizes are whole points: a writer that knows only
 * whole sizes then agrees with the others. Safe for concurrent use.
 */
public enum Fonts {
  /** The text face. */
  REGULAR("HallSans-Regular.ttf", Font.PLAIN),
  /** The face of titles and emphasis; its own outlines, never a thickened regular. */
  BOLD("HallSans-Bold.ttf", Font.BOLD);

  /** The family name inside both files, as CSS and SVG ask for it. */
  public static final String FAMILY = "Hall Sans";

  private static final FontRenderContext CONTEXT =
      new FontRenderContext(
          null, RenderingHints.VALUE_TEXT_ANTIALIAS_ON, RenderingHints.VALUE_FRACTIONALMETRICS_ON);

  private final byte[] file;
  private final int style;
  private final Font base;

  Fonts(String name, int style) {
    this.style = style;
    try (InputStream stream = Fonts.class.getResourceAsStream("/fonts/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("font not on the class path: /fonts/" + name);
      }
      this.file = stream.readAllBytes();
      this.base = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read font " + name, e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("not a TrueType font: " + name, e);
    }
  }

  /** This face at a size in points. */
  public Font size(int points) {
    return base.deriveFont(style, points);
  }

  /** A copy of the TrueType file, to be embedded. */
  public byte[] file() {
    return file.clone();
  }

  /** Whether the face has a glyph for the code point. */
  public boolean covers(int codePoint) {
    return base.canDisplay(codePoint);
  }

  /** The face a font of ours belongs to. */
  public static Fonts of(Font font) {
    return font.isBold() ? BOLD : REGULAR;
  }

  /** How far the text reaches in points, the same on every machine and in every output. */
  public static double width(String text, Font font) {
    return text.isEmpty() ? 0 : font.getStringBounds(text, CONTEXT).getWidth();
  }
}
