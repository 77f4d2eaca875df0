package hallmetrics.export;

import hallmetrics.theme.Fonts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The part of a face a document needs, as CSS that carries it along. */
final class FontSubset {
  /**
   * What a browser needs; a table of layout would go along with glyph numbers of the whole font.
   */
  private static final List<String> TABLES =
      List.of("head", "hhea", "OS/2", "name", "maxp", "glyf", "loca", "cmap", "hmtx", "post");

  private FontSubset() {}

  /** {@code @font-face} rules for both faces, holding every character of the text. */
  static String css(String text) {
    return rule(Fonts.REGULAR, "normal", text) + rule(Fonts.BOLD, "bold", text);
  }

  private static String rule(Fonts face, String weight, String text) {
    return "@font-face{font-family:'"
        + Fonts.FAMILY
        + "';font-weight:"
        + weight
        + ";src:url(data:font/ttf;base64,"
        + Base64.getEncoder().encodeToString(bytes(face, text))
        + ") format('truetype')}\n";
  }

  static byte[] bytes(Fonts face, String text) {
    try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(face.file()))) {
      TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
      text.codePoints().distinct().sorted().filter(face::covers).forEach(subsetter::add);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      subsetter.writeToStream(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot subset " + face, e);
    }
  }
}
