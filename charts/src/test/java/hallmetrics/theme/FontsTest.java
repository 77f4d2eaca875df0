package hallmetrics.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FontsTest {
  private static String characters() throws IOException {
    return Files.readString(Path.of("../scripts/fonts/characters.txt"));
  }

  @Test
  void bothFacesHoldEveryHanCharacterOfTheList() throws IOException {
    long count =
        characters()
            .codePoints()
            .filter(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN)
            .peek(
                point -> {
                  assertThat(Fonts.REGULAR.covers(point)).as(Character.toString(point)).isTrue();
                  assertThat(Fonts.BOLD.covers(point)).as(Character.toString(point)).isTrue();
                })
            .count();
    assertThat(count).isGreaterThan(8_105);
  }

  @Test
  void namesOfPersonsAndPlacesOutsideGb2312AreWhole() {
    "赟栟堽㎡①±≥≤■▲●◆—−〓（）"
        .codePoints()
        .forEach(point -> assertThat(Fonts.REGULAR.covers(point)).isTrue());
  }

  @Test
  void theFamilyIsOursAndBoldIsItsOwnFace() {
    assertThat(Fonts.REGULAR.size(11).getFamily(Locale.ROOT)).isEqualTo(Fonts.FAMILY);
    assertThat(Fonts.BOLD.size(11).isBold()).isTrue();
    assertThat(Fonts.BOLD.size(11).getPSName()).isEqualTo("HallSans-Bold");
    assertThat(Fonts.of(Fonts.BOLD.size(9))).isEqualTo(Fonts.BOLD);
  }

  @Test
  void digitsAreAsWideAsEachOther() {
    double width = Fonts.width("0", Sheet.LABEL);
    for (char digit = '1'; digit <= '9'; digit++) {
      assertThat(Fonts.width(String.valueOf(digit), Sheet.LABEL)).isEqualTo(width);
    }
  }
}
