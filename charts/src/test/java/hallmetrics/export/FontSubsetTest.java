package hallmetrics.export;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.theme.Fonts;
import java.io.IOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;

class FontSubsetTest {
  private static final String TEXT = "平均移动极差算出，+6.48%，差评率（每十万件）1,030/207,137";

  private static TrueTypeFont parse(byte[] file) throws IOException {
    return new TTFParser().parse(new RandomAccessReadBuffer(file));
  }

  @Test
  void everyCharacterKeepsItsOwnGlyph() throws IOException {
    for (Fonts face : Fonts.values()) {
      try (TrueTypeFont whole = parse(face.file());
          TrueTypeFont part = parse(FontSubset.bytes(face, TEXT))) {
        CmapLookup wholeMap = whole.getUnicodeCmapLookup();
        CmapLookup partMap = part.getUnicodeCmapLookup();
        for (int point : TEXT.codePoints().distinct().toArray()) {
          assertThat(part.getGlyph().getGlyph(partMap.getGlyphId(point)).getPath().getBounds2D())
              .as(Character.toString(point))
              .isEqualTo(
                  whole.getGlyph().getGlyph(wholeMap.getGlyphId(point)).getPath().getBounds2D());
        }
      }
    }
  }

  /** A layout table copied whole would replace glyphs by numbers that no longer hold. */
  @Test
  void carriesNoLayoutTables() throws IOException {
    try (TrueTypeFont part = parse(FontSubset.bytes(Fonts.REGULAR, TEXT))) {
      assertThat(part.getTableMap().keySet()).doesNotContain("GSUB", "GPOS");
    }
    assertThat(FontSubset.bytes(Fonts.REGULAR, TEXT).length).isLessThan(40_000);
  }
}
