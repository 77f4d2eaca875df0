package hallmetrics.night;

import hallmetrics.ledger.Night;
import hallmetrics.ledger.Tombstones;
import hallmetrics.source.SourceSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Records that a correction moved further than their source's {@code moves_within}: the months they
 * left count them still. A night that closes a month reads the keys of all months and lets those
 * months go.
 */
final class FarMoves {
  private final Map<String, Set<String>> months = new TreeMap<>();
  private final List<String> lines = new ArrayList<>();

  private FarMoves() {}

  /** Finds them in what a night would leave behind, and writes the tombstones they lack. */
  static FarMoves settle(Night night, Collection<SourceSpec> sources) {
    FarMoves moves = new FarMoves();
    Set<String> tables = new TreeSet<>();
    sources.stream()
        .filter(source -> source.movesWithinDays() > 0)
        .forEach(source -> tables.add(source.into()));
    tables.forEach(table -> moves.settle(night, table));
    return moves;
  }

  private void settle(Night night, String table) {
    Dataset<Row> missing = Tombstones.missing(night.audit(), table);
    long records = 0;
    for (Row row : missing.groupBy("origin").count().collectAsList()) {
      months.computeIfAbsent(table, fresh -> new TreeSet<>()).add(row.getString(0));
      records += row.getLong(1);
    }
    if (records > 0) {
      night.append(table, missing);
      lines.add(
          "日期被改到很远的记录："
              + table
              + " "
              + records
              + " 条，已从旧月份 "
              + String.join("、", months.getOrDefault(table, Set.of()))
              + " 移出并重算。 moved-far");
    }
  }

  /** The months that count otherwise now, by table. */
  Map<String, Set<String>> months() {
    return months;
  }

  /** A line a table, for a person. */
  List<String> lines() {
    return lines;
  }
}
