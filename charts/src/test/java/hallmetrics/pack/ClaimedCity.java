package hallmetrics.pack;

import hallmetrics.edition.ClaimRow;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.RankingRow;
import hallmetrics.page.Gaps;
import hallmetrics.page.Issue;
import hallmetrics.page.Rows;
import java.util.ArrayList;
import java.util.List;

/** The sample city with more units named, by rankings no page draws. */
final class ClaimedCity {
  private final PackInput input;
  private final List<MetricRow> metrics;
  private final List<RankingRow> rankings;
  private final List<ClaimRow> claims;

  ClaimedCity() {
    this.input = new SampleCity().input();
    this.metrics = new ArrayList<>(input.rows().metrics());
    this.rankings = new ArrayList<>(input.rows().rankings());
    this.claims = new ArrayList<>(input.rows().claims());
  }

  /** A unit last of twelve, with 60 of 100. */
  ClaimedCity named(String metric, String scope, String id, String name, double pValue) {
    return named(metric, scope, id, name, "WORST", pValue);
  }

  ClaimedCity named(
      String metric, String scope, String id, String name, String side, double pValue) {
    int rank = side.equals("BEST") ? 1 : 12;
    RankingRow ranked =
        new RankingRow(
            "2026-10",
            metric,
            scope,
            scope,
            id,
            name,
            rank,
            12,
            false,
            (double) rank,
            rank,
            rank,
            side,
            null);
    rankings.add(ranked);
    claims.add(ClaimRow.named(ranked, side, pValue));
    boolean shown =
        metrics.stream()
            .anyMatch(
                row ->
                    row.metric().equals(metric)
                        && row.scope().equals(scope)
                        && row.scopeId().equals(id));
    if (!shown) {
      metrics.add(figures(metric, scope, id, name));
    }
    return this;
  }

  private static MetricRow figures(String metric, String scope, String id, String name) {
    return new MetricRow(
        "2026-10",
        "MONTH",
        metric,
        "PROPORTION",
        "PERCENT",
        scope,
        id,
        name,
        "",
        "",
        60.0,
        100.0,
        0.6,
        0.5,
        0.69,
        true,
        "OK",
        null,
        null,
        null,
        true,
        "NONE",
        null,
        "2026-10-31",
        1);
  }

  PackInput input() {
    return input(input.issue(), input.gaps());
  }

  PackInput input(Issue issue, Gaps gaps) {
    Rows rows = input.rows();
    return new PackInput(
        issue,
        new Rows(metrics, rows.history(), rankings, rows.fates(), rows.restatements(), claims),
        gaps,
        input.definitions());
  }

  /**
   * Everything a pack may have to name at once: nine units with three metrics each, on three
   * levels.
   */
  static ClaimedCity crowded() {
    ClaimedCity city = new ClaimedCity();
    for (String scope : List.of("REGION", "ORG", "HALL")) {
      for (int i = 1; i <= 3; i++) {
        for (String metric :
            List.of("praise_rate", "rectification_rate", "rectification_on_time_rate")) {
          city.named(metric, scope, scope + i, "高新技术产业开发示范新区" + i, 0.001 * i);
        }
      }
    }
    return city;
  }
}
