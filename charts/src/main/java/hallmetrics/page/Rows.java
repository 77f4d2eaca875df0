package hallmetrics.page;

import hallmetrics.edition.ClaimRow;
import hallmetrics.edition.FateRow;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.RankingRow;
import hallmetrics.edition.RestatementRow;
import java.util.List;

/**
 * The rows of an edition, in any order: pages sort them.
 *
 * @param metrics of the period, all scopes; splits are not shown
 * @param history MONTH rows of scopes ALL and REGION, up to 24 months, with or without the period's
 *     own; a month of which there is no row is a gap
 * @param fates of the records the figures rest on
 * @param claims what was tested and may be said of units and headline series
 */
public record Rows(
    List<MetricRow> metrics,
    List<MetricRow> history,
    List<RankingRow> rankings,
    List<FateRow> fates,
    List<RestatementRow> restatements,
    List<ClaimRow> claims) {
  public Rows {
    metrics = List.copyOf(metrics);
    history = List.copyOf(history);
    rankings = List.copyOf(rankings);
    fates = List.copyOf(fates);
    restatements = List.copyOf(restatements);
    claims = List.copyOf(claims);
  }
}
