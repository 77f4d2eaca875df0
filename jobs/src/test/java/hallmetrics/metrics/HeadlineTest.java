package hallmetrics.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.MetricKind;
import hallmetrics.edition.ClaimRow;
import hallmetrics.edition.MetricRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A headline series is claimed only where its month is unusual by more than chance. */
class HeadlineTest {
  @Test
  void aHeadlineIsClaimedWhereItsMonthIsOutsideAndFarFromThoseBefore() {
    Metric bad = RankingJobTest.metric("bad", MetricKind.PROPORTION, Metric.Better.LOWER);
    List<MetricRow> history = new ArrayList<>();
    for (int month = 9; month >= 1; month--) {
      history.add(city(bad, "2026-0" + month, 240 + month, 1, "NONE"));
    }
    history.add(city(bad, "2025-12", 900, 2, "NONE"));

    assertThat(headlines(bad, history, city(bad, "2026-10", 340, 1, "OUTSIDE")))
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.kind()).isEqualTo("OUTSIDE");
              assertThat(claim.metric()).isEqualTo("bad");
              assertThat(claim.side()).isEqualTo("UP");
              assertThat(claim.pValue()).isLessThan(1e-4);
            });
    assertThat(headlines(bad, history, city(bad, "2026-10", 340, 1, "NEAR"))).isEmpty();
    assertThat(headlines(bad, history, city(bad, "2026-10", 262, 1, "OUTSIDE"))).isEmpty();
    // another definition's months are none to compare with
    assertThat(headlines(bad, history, city(bad, "2026-10", 340, 2, "OUTSIDE"))).isEmpty();
  }

  private static List<ClaimRow> headlines(Metric metric, List<MetricRow> history, MetricRow now) {
    return new RankingJob(
            RankingJobTest.catalogue(metric), RankingJobTest.registers(), RankingJobTest.MONTH)
        .rank(List.of(now), history, List.of(metric.id()))
        .claims();
  }

  private static MetricRow city(Metric metric, String month, double k, int version, String signal) {
    return new MetricRow(
        month,
        "MONTH",
        metric.id(),
        metric.kind().name(),
        "NONE",
        "ALL",
        "",
        "全市",
        "",
        "",
        k,
        30_000.0,
        k / 30_000,
        null,
        null,
        true,
        "OK",
        null,
        null,
        null,
        true,
        signal,
        signal.equals("NONE") ? null : "UP",
        "2026-10-31",
        version);
  }
}
