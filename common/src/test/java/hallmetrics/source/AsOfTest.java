package hallmetrics.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsOfTest {
  private static Optional<Instant> asOf(
      @Nullable String pattern, @Nullable String day, String name) {
    return AsOf.of(
        new SourceSpec(
            "s",
            "s",
            "evaluation",
            "s",
            "csv",
            "*.csv",
            pattern,
            day,
            "auto",
            ',',
            null,
            1,
            null,
            false,
            null,
            62,
            null,
            null,
            List.of(),
            Map.of(),
            "s.yaml",
            1),
        name);
  }

  @ParameterizedTest
  @CsvSource({
    "pj_{date}.csv, pj_20261031.csv, 2026-10-30T16:00:00Z",
    "pj_{date}.csv, pj_2026-10-31.csv, 2026-10-30T16:00:00Z",
    "*{date}.csv, 12345诉求更正2026年11月3日.csv, 2026-11-02T16:00:00Z",
    "*_{date}*.csv, x_2026.11.30.csv, 2026-11-29T16:00:00Z",
    "*_{date}*.csv, x_2026-9-3.csv, 2026-09-02T16:00:00Z",
    "pj_{date}{time}.csv, pj_202610310830.csv, 2026-10-31T00:30:00Z",
    "pj_{date}_{time}.csv, pj_20261031_083015.csv, 2026-10-31T00:30:15Z",
    "pj_{date}_{seq}.csv, pj_20261031_007.csv, 2026-10-30T16:00:00.000007Z",
    "*_{date}.xlsx, 台账（终稿）_20261031.xlsx, 2026-10-30T16:00:00Z",
  })
  void aNameSaysTheInstant(String pattern, String name, Instant expected) {
    assertThat(asOf(pattern, null, name)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"pj_20261341.csv", "pj_2026.csv", "xpj_20261031.csv", "pj_20261031.csv.bak"})
  void anotherNameSaysNothing(String name) {
    assertThat(asOf("pj_{date}.csv", null, name)).isEmpty();
  }

  @Test
  void theFixedDayServesWhereTheNameIsSilent() {
    assertThat(asOf("pj_{date}.csv", "2020-12-31", "附件3.xlsx"))
        .contains(Instant.parse("2020-12-30T16:00:00Z"));
    assertThat(asOf(null, null, "附件3.xlsx")).isEmpty();
  }

  @Test
  void aWrongPatternSaysWhy() {
    assertThat(AsOf.problem("pj_{date}_{date}.csv")).contains("两次");
    assertThat(AsOf.problem("pj.csv")).contains("{date}");
    assertThat(AsOf.problem("pj_{date}_{hour}.csv")).contains("{hour}");
  }
}
