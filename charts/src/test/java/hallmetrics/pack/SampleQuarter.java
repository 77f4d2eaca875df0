package hallmetrics.pack;

import hallmetrics.edition.MetricRow;
import hallmetrics.edition.RankingRow;
import hallmetrics.page.Rows;
import java.util.ArrayList;
import java.util.List;

/**
 * A month's rows as those of the third quarter, which have no signal because there is no series of
 * quarters, or without what a metric rests on.
 */
final class SampleQuarter {
  private static final String QUARTER = "2026-Q3";

  private SampleQuarter() {}

  static Rows of(Rows month) {
    List<MetricRow> history = new ArrayList<>(month.history());
    history.removeIf(row -> row.period().compareTo("2026-09") > 0);
    return new Rows(
        month.metrics().stream().map(SampleQuarter::row).toList(),
        history,
        month.rankings().stream().map(SampleQuarter::rank).toList(),
        month.fates(),
        month.restatements(),
        month.claims().stream().filter(claim -> !claim.kind().equals("OUTSIDE")).toList());
  }

  private static MetricRow row(MetricRow row) {
    return new MetricRow(
        QUARTER,
        "QUARTER",
        row.metric(),
        row.kind(),
        row.unit(),
        row.scope(),
        row.scopeId(),
        row.scopeName(),
        row.split(),
        row.splitValue(),
        row.numerator(),
        row.denominator(),
        row.value(),
        row.low(),
        row.high(),
        row.sufficient(),
        row.state(),
        row.target(),
        row.previous(),
        row.yearAgo(),
        row.comparable(),
        "NONE",
        null,
        row.asOf(),
        row.definitionVersion());
  }

  /** The same pack of a city that never sent what a metric rests on. */
  static PackInput silent(PackInput input, String metric) {
    Rows rows = input.rows();
    Rows left =
        new Rows(
            rows.metrics().stream()
                .map(row -> row.metric().equals(metric) ? absent(row) : row)
                .toList(),
            rows.history().stream().filter(row -> !row.metric().equals(metric)).toList(),
            rows.rankings(),
            rows.fates(),
            rows.restatements(),
            rows.claims());
    return new PackInput(input.issue(), left, input.gaps(), input.definitions());
  }

  private static MetricRow absent(MetricRow row) {
    return new MetricRow(
        row.period(),
        row.grain(),
        row.metric(),
        row.kind(),
        row.unit(),
        row.scope(),
        row.scopeId(),
        row.scopeName(),
        "",
        "",
        null,
        null,
        null,
        null,
        null,
        false,
        "NOT_RECEIVED",
        row.target(),
        null,
        null,
        true,
        "TOO_SHORT",
        null,
        row.asOf(),
        row.definitionVersion());
  }

  private static RankingRow rank(RankingRow row) {
    return new RankingRow(
        QUARTER,
        row.metric(),
        row.rankGroup(),
        row.scope(),
        row.scopeId(),
        row.scopeName(),
        row.rank(),
        row.rankOf(),
        row.tied(),
        row.expectedRank(),
        row.rankLow(),
        row.rankHigh(),
        row.named(),
        row.unrankedReason());
  }
}
