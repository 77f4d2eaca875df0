package hallmetrics.night;

import hallmetrics.daily.DailyJob;
import hallmetrics.edition.Editions;
import hallmetrics.ingest.IngestOutcome;
import hallmetrics.ledger.Night;
import hallmetrics.ledger.View;
import hallmetrics.publish.ClosingDays;
import hallmetrics.run.Workplace;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Counts the months that a night made otherwise. */
final class Recount {
  private final SparkSession session;
  private final Workplace workplace;
  private final Night night;

  Recount(SparkSession session, Workplace workplace, Night night) {
    this.session = session;
    this.workplace = workplace;
    this.night = night;
  }

  /**
   * The months the night brought something to or, on a closing day, took something from.
   *
   * @param lines what a person is told of records that moved far is added here
   */
  Map<String, Set<String>> touched(
      IngestOutcome outcome, @Nullable LocalDate day, List<String> lines) {
    Map<String, Set<String>> months = new TreeMap<>();
    outcome.touched().forEach((table, origins) -> months.put(table, new TreeSet<>(origins)));
    Editions editions = new Editions(workplace.store().folder());
    if (day != null && !ClosingDays.due(workplace, editions, day).isEmpty()) {
      FarMoves moves = FarMoves.settle(night, workplace.sources());
      moves
          .months()
          .forEach(
              (table, left) -> months.computeIfAbsent(table, t -> new TreeSet<>()).addAll(left));
      lines.addAll(moves.lines());
    }
    return months;
  }

  /** Counts months, and every month of a table whose definitions moved. */
  void count(Standing standing, Map<String, Set<String>> months) {
    View audit = night.audit();
    for (String table : standing.moved(workplace)) {
      Set<String> all = months.computeIfAbsent(table, t -> new TreeSet<>());
      for (Row row : audit.rows(table).select("origin").distinct().collectAsList()) {
        all.add(row.getString(0));
      }
    }
    months.values().removeIf(Set::isEmpty);
    if (!months.isEmpty()) {
      DailyJob daily =
          new DailyJob(session, workplace.site().catalogue(), workplace.site().registers());
      night.replaceDaily(months, daily.recount(audit, months, night.fresh(months)));
    }
  }
}
