package hallmetrics.theme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FontGuardTest {
  private final FontGuard guard = new FontGuard();

  @Test
  void leavesWhatTheFontsHave() {
    assertThat(guard.check("堽城区（1,030/207,137）")).isEqualTo("堽城区（1,030/207,137）");
    assertThat(guard.missing()).isEmpty();
  }

  @Test
  void countsAndReplacesWhatTheyLack() {
    assertThat(guard.check("𠀀县𠀀镇")).isEqualTo("〓县〓镇");
    assertThat(guard.missing()).containsExactly(org.assertj.core.api.Assertions.entry("𠀀", 2));
  }

  @Test
  void dropsWhatIsInvisible() {
    assertThat(guard.check("章\u200B贡\u0007区")).isEqualTo("章贡区");
    assertThat(guard.missing()).isEmpty();
  }

  @Test
  void keepsLines() {
    assertThat(guard.check("环比\n（较9月）")).isEqualTo("环比\n（较9月）");
  }
}
