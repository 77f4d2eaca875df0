package hallmetrics.page;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.edition.MetricRow;
import hallmetrics.time.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Below its least sample a ratio is k of n: no percent, and no colour for what chance did. */
class SmallSampleTest {
  private static MetricRow row(double k, double n, boolean sufficient) {
    return new MetricRow(
        "2026-10",
        "MONTH",
        "coordinated_rate",
        "PROPORTION",
        "PERCENT",
        "ALL",
        "",
        "全市",
        "",
        "",
        k,
        n,
        k / n,
        0.49,
        0.943,
        sufficient,
        "OK",
        null,
        1.0,
        1.0,
        true,
        "OUTSIDE",
        "DOWN",
        "2026-10-31",
        1);
  }

  private static Facts nothing() {
    Issue issue =
        new Issue(
            "示例市",
            Period.parse("2026-10"),
            1,
            null,
            LocalDate.of(2026, 10, 31),
            "hallmetrics",
            "0");
    return new Facts(
        issue,
        new Rows(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
        new Gaps(List.of(), List.of(), List.of()),
        new Definitions(
            List.of(), List.of(), List.of(), new TreeMap<>(), new TreeMap<>(), BigDecimal.ONE));
  }

  @Test
  void onlyCountsArePrinted() {
    assertThat(Verdicts.small(row(8, 10, false))).isTrue();
    assertThat(Verdicts.small(row(80, 100, true))).isFalse();
    Figures figures = new Figures(nothing());
    assertThat(figures.value(row(8, 10, false))).isEqualTo("8/10");
    assertThat(figures.sentence(row(8, 10, false))).isEqualTo("8/10");
    assertThat(figures.change(row(8, 10, false), 1.0)).isEqualTo("—");
    assertThat(figures.cell(row(8, 10, false))).isEqualTo("—");
    assertThat(figures.part(row(8, 10, false))).isEqualTo("8/10");
    assertThat(figures.value(row(80, 100, true))).isEqualTo("80.00%");
  }
}
