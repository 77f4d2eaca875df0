package hallmetrics.page;

import hallmetrics.edition.RankingRow;
import hallmetrics.plot.Judgement;
import java.util.List;

/**
 * A unit that rankings name, with everything they name it for on one side.
 *
 * @param rows never empty, all of this unit and this side; what the pages rank comes first
 */
record NamedUnit(List<RankingRow> rows) {
  NamedUnit {
    rows = List.copyOf(rows);
  }

  RankingRow first() {
    return rows.get(0);
  }

  String name() {
    return first().scopeName();
  }

  Judgement side() {
    return Verdicts.of(first());
  }
}
