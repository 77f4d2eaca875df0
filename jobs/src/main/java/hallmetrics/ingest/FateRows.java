package hallmetrics.ingest;

import hallmetrics.edition.FateRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Fates as rows: how many records of each delivery that stays in met which, rejected by reason. In
 * a night that a gate refused the others met none: nobody asked the ledger about them.
 */
final class FateRows {
  private FateRows() {}

  static List<FateRow> of(Reading reading, Verdicts verdicts) {
    List<FateRow> rows = new ArrayList<>();
    for (int index : reading.kept()) {
      Intake intake = reading.intakes().get(index);
      for (Fate fate : List.of(Fate.ACCEPTED, Fate.DUPLICATE, Fate.SUPERSEDED)) {
        add(rows, intake, fate.name(), null, verdicts.count(intake.seq(), fate));
      }
      rejected(rows, intake, reading);
    }
    return rows;
  }

  static List<FateRow> ofRefused(Reading reading) {
    List<FateRow> rows = new ArrayList<>();
    for (int index : reading.kept()) {
      Intake intake = reading.intakes().get(index);
      long understood =
          reading.summaries().stream()
              .filter(part -> part.delivery() == index)
              .mapToLong(part -> part.records() - part.rejectedCount())
              .sum();
      add(rows, intake, FateRow.UNDECIDED, null, understood);
      rejected(rows, intake, reading);
    }
    return rows;
  }

  private static void rejected(List<FateRow> rows, Intake intake, Reading reading) {
    Map<String, Long> reasons = new TreeMap<>();
    for (PartRead part : reading.summaries()) {
      if (part.delivery() == intake.index()) {
        part.reasons().forEach((reason, n) -> reasons.merge(reason, n, Long::sum));
      }
    }
    reasons.forEach((reason, n) -> add(rows, intake, Fate.REJECTED.name(), reason, n));
  }

  private static void add(
      List<FateRow> rows, Intake intake, String fate, @Nullable String reason, long records) {
    if (records > 0) {
      rows.add(
          new FateRow(
              intake.delivery().sha256(),
              intake.source().name(),
              intake.tableName(),
              fate,
              reason,
              records));
    }
  }
}
