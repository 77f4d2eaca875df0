package hallmetrics.publish;

import hallmetrics.edition.DueRow;
import hallmetrics.edition.FiguresHash;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.RankingRow;
import java.util.List;

/** The figures of an edition, before they are written. */
record Figures(List<MetricRow> metrics, List<RankingRow> rankings, List<DueRow> due) {

  String hash() {
    return FiguresHash.of(metrics, rankings, List.of());
  }
}
