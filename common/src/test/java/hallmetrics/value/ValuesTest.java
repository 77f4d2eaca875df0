package hallmetrics.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  @Test
  void textIsTrimmedAndItsDigitsAndLettersAreNarrow() {
    assertThat(Text.clean("　Ａ１－（赣）ｚ \u00a0\ufeff")).isEqualTo("A1－（赣）z");
    String same = "已经干净 ok";
    assertThat(Text.clean(same)).isSameAs(same);
  }

  @ParameterizedTest
  @CsvSource({
    "12, 12",
    "-12, -12",
    "１２, 12",
    "5.0, 5",
    "1E3, 1000",
    "'1,234', 1234",
    "'1,234,567.00', 1234567",
    "+7, 7",
    "9223372036854775807, 9223372036854775807",
    "007, 7"
  })
  void wholeNumbers(String text, long expected) {
    assertThat(Numerals.whole(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "5.5",
        "12a",
        "1,23",
        "1234,567",
        "9223372036854775808",
        "1e999999999",
        "0x10",
        "NaN",
        "1 2",
        "１a"
      })
  void whatIsNoWholeNumber(String text) {
    assertThat(Numerals.whole(text)).isNull();
  }

  @Test
  void decimalsHaveSixPlaces() {
    assertThat(Numerals.decimal("1,234.5")).isEqualTo(new BigDecimal("1234.500000"));
    assertThat(Numerals.decimal("0.3333333")).isEqualTo(new BigDecimal("0.333333"));
    assertThat(Numerals.decimal("９９．５")).isEqualTo(new BigDecimal("99.500000"));
    assertThat(Numerals.decimal("1" + "0".repeat(32))).isNull();
    assertThat(Numerals.decimal("1e31")).isNotNull();
    assertThat(Numerals.decimal("50%")).isNull();
  }

  @Test
  void listsAreSplitAtAnySeparatorUnlessOneIsNamed() {
    assertThat(Typed.list("510, 517；a、b|c，", null)).containsExactly("510", "517", "a", "b", "c");
    assertThat(Typed.list("a,b//c", "//")).containsExactly("a,b", "c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"11370900004341048Y", "11330800MB0R57773W", "11341702730007167P"})
  void organisationCodesHaveACheckCharacter(String code) {
    assertThat(Uscc.valid(code)).isTrue();
    for (int i = 0; i < 18; i++) {
      char other = code.charAt(i) == '7' ? '8' : '7';
      assertThat(Uscc.valid(code.substring(0, i) + other + code.substring(i + 1))).isFalse();
    }
  }

  @Test
  void residentNumbersHaveACheckCharacter() {
    assertThat(ResidentId.valid("11010519491231002X")).isTrue();
    assertThat(ResidentId.valid("11010519491231002x")).isTrue();
    assertThat(ResidentId.valid("110105194912310021")).isFalse();
    assertThat(ResidentId.valid("110105194913310029")).isFalse();
    assertThat(ResidentId.modern("110105491231002")).isEqualTo("11010519491231002X");
  }
}
