package hallmetrics.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextFlowTest {
  private static final String TEXT =
      "口径：有效、主动的首次评价中，不满意和非常不满意所占比例（1,030/207,137），按每十万件列示；分母与好评率（主动）相同。";

  @Test
  void noLineIsWiderThanTheColumnAndNothingIsLost() {
    for (int seed = 0; seed < 200; seed++) {
      double width = 40 + new Random(seed).nextInt(400);
      List<String> lines = TextFlow.lines(TEXT, Sheet.LABEL, width);
      assertThat(lines)
          .as("seed " + seed)
          .allMatch(line -> Fonts.width(line, Sheet.LABEL) <= width);
      assertThat(String.join("", lines)).as("seed " + seed).isEqualTo(TEXT);
    }
  }

  @Test
  void noLineBeginsWithAClosingMark() {
    for (int width = 60; width < 400; width += 7) {
      assertThat(TextFlow.lines(TEXT, Sheet.LABEL, width))
          .noneMatch(line -> "，。；：、）".indexOf(line.charAt(0)) >= 0);
    }
  }

  @Test
  void aFractionThatIsTooWideBreaksAtItsBar() {
    assertThat(TextFlow.lines("206,107/207,137", Sheet.LABEL, 60))
        .containsExactly("206,107/", "207,137");
  }

  @Test
  void keepsLinesThatAreGiven() {
    assertThat(TextFlow.lines("环比\n（较9月）", Sheet.LABEL, 200)).containsExactly("环比", "（较9月）");
  }
}
