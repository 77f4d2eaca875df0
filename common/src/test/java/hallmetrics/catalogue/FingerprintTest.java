package hallmetrics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A fingerprint is of the content, not of its writing. */
class FingerprintTest {
  private static final String FILE = Texts.VISIT + "measures: { v: { on: visit_ts } }\n";

  @Test
  void remarksBlanksAndFileNamesDoNotMatter() {
    Catalogue one = Texts.sound(FILE);
    Catalogue other =
        Texts.sound(
            List.of(),
            List.of(Texts.named("elsewhere.yaml", "# remark\n\n" + FILE.replace(", ", ",   "))));

    assertThat(other.fingerprint()).isEqualTo(one.fingerprint()).matches("[0-9a-f]{64}");
    assertThat(other.countingFingerprint("visit")).isEqualTo(one.countingFingerprint("visit"));
  }

  @Test
  void aTitleChangesTheCatalogueButRecountsNothing() {
    Catalogue one = Texts.sound(FILE);
    Catalogue other = Texts.sound(FILE.replace("title: 走访", "title: 督导"));

    assertThat(other.fingerprint()).isNotEqualTo(one.fingerprint());
    assertThat(other.countingFingerprint("visit")).isEqualTo(one.countingFingerprint("visit"));
  }

  @Test
  void aPredicateRecountsItsTable() {
    Catalogue one = Texts.sound(FILE);
    Catalogue other = Texts.sound(FILE.replace("{ on:", "{ where: score > 0, on:"));

    assertThat(other.countingFingerprint("visit")).isNotEqualTo(one.countingFingerprint("visit"));
  }
}
