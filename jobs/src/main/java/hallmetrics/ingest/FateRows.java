package hallmetrics.ingest;

import hallmetrics.edition.FateRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fates as rows: how many records of each delivery that stays in met which, rejected by reason. */
final class FateRows {
  private FateRows() {}

  static List<FateRow> of(Reading reading, Verdicts verdicts) {
    List<FateRow> rows = new ArrayList<>();
    for (int index : reading.kept()) {
      Intake intake = reading.intakes().get(index);
      for (Fate fate : List.of(Fate.ACCEPTED, Fate.DUPLICATE, Fate.SUPERSEDED)) {
        add(rows, intake, fate, null, verdicts.count(intake.seq(), fate));
      }
      Map<String, Long> reasons = new TreeMap<>();
      for (PartRead part : reading.summaries()) {
        if (part.delivery() == index) {
          part.reasons().forEach((reason, n) -> reasons.merge(reason, n, Long::sum));
        }
      }
      reasons.forEach((reason, n) -> add(rows, intake, Fate.REJECTED, reason, n));
    }
    return rows;
  }

  private static void add(
      List<FateRow> rows, Intake intake, Fate fate, @Nullable String reason, long records) {
    if (records > 0) {
      rows.add(
          new FateRow(
              intake.delivery().sha256(),
              intake.source().name(),
              intake.tableName(),
              fate.name(),
              reason,
              records));
    }
  }
}
