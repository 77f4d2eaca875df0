package hallmetrics.lint;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.page.Page;
import hallmetrics.plot.Drawable;
import hallmetrics.theme.Fonts;
import hallmetrics.theme.Palette;
import hallmetrics.theme.Sheet;
import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lint finds what it is there for. */
class LintTest {
  private static List<String> complaints(Drawable drawable) {
    return Lint.picture(
        new Page("p", Page.Kind.CHART, "题", "副题", "注", "替代", List.of(), drawable), 200, 100);
  }

  @Test
  void findsWordsOutsideThePage() {
    assertThat(complaints((pen, area) -> pen.left("伸出页外的字", 170, 50, Sheet.LABEL, Palette.INK)))
        .singleElement()
        .asString()
        .startsWith("cut");
  }

  @Test
  void findsWordsOutsideTheClip() {
    assertThat(
            complaints(
                (pen, area) -> {
                  pen.graphics().clipRect(0, 0, 40, 100);
                  pen.left("被裁掉的字", 10, 50, Sheet.LABEL, Palette.INK);
                }))
        .singleElement()
        .asString()
        .startsWith("cut");
  }

  @Test
  void findsWordsOverWords() {
    assertThat(
            complaints(
                (pen, area) -> {
                  pen.left("一行字", 10, 50, Sheet.LABEL, Palette.INK);
                  pen.left("又一行", 12, 53, Sheet.LABEL, Palette.INK);
                }))
        .singleElement()
        .asString()
        .startsWith("over");
  }

  @Test
  void findsWordsOnLinesAndDarkGround() {
    assertThat(
            complaints(
                (pen, area) -> {
                  pen.box(0, 0, 200, 100, Palette.NEUTRAL);
                  pen.left("看不清", 10, 50, Sheet.LABEL, Palette.SECONDARY);
                }))
        .singleElement()
        .asString()
        .startsWith("contrast");
  }

  @Test
  void findsSmallType() {
    assertThat(
            complaints((pen, area) -> pen.left("小字", 10, 50, Fonts.REGULAR.size(8), Palette.INK)))
        .singleElement()
        .asString()
        .startsWith("size");
  }

  @Test
  void findsCharactersWithoutGlyph() {
    assertThat(
            complaints(
                (pen, area) -> {
                  pen.graphics().setFont(Sheet.LABEL);
                  pen.graphics().setColor(Color.BLACK);
                  pen.graphics().drawString("𠀀", 10, 50);
                }))
        .anyMatch(complaint -> complaint.startsWith("tofu"));
  }
}
