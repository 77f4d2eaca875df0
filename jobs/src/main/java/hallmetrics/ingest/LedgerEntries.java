package hallmetrics.ingest;

import hallmetrics.ledger.LedgerColumns;
import hallmetrics.ledger.View;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/** The entries the ledger already holds for the months in reach of a night. */
final class LedgerEntries {
  private LedgerEntries() {}

  /**
   * Entries of a table as blocks by place among the shelves of keys.
   *
   * @param byRow sources whose records have no id: their rows are grouped by content, as equal rows
   *     of the night are
   */
  static JavaPairRDD<Integer, KeyBlock> of(
      View view,
      String table,
      int ordinal,
      Collection<String> origins,
      Set<String> byRow,
      Shelves shelves) {
    return view.rows(table)
        .where(functions.col(LedgerColumns.ORIGIN).isin(origins.toArray()))
        .select(
            LedgerColumns.RECORD_KEY,
            LedgerColumns.RECORD_HASH,
            LedgerColumns.OPERATE_TS,
            LedgerColumns.DELIVERY_AS_OF,
            LedgerColumns.DELIVERY_SEQ,
            LedgerColumns.LINE,
            LedgerColumns.ORIGIN,
            LedgerColumns.IS_TOMBSTONE,
            LedgerColumns.SOURCE,
            LedgerColumns.SOURCE_SYSTEM)
        .javaRDD()
        .mapPartitionsToPair(new Blocks(ordinal, byRow, shelves));
  }

  private static final class Blocks
      implements PairFlatMapFunction<Iterator<Row>, Integer, KeyBlock> {
    private static final long serialVersionUID = 1L;
    private final int ordinal;
    private final Set<String> byRow;
    private final Shelves shelves;

    Blocks(int ordinal, Set<String> byRow, Shelves shelves) {
      this.ordinal = ordinal;
      this.byRow = Set.copyOf(byRow);
      this.shelves = shelves;
    }

    @Override
    public Iterator<Tuple2<Integer, KeyBlock>> call(Iterator<Row> rows) {
      Map<Integer, KeyBlock> blocks = new TreeMap<>();
      while (rows.hasNext()) {
        Entry entry = entry(rows.next());
        blocks.computeIfAbsent(shelves.ofKey(entry.hi()), first -> new KeyBlock()).add(entry);
      }
      return blocks.entrySet().stream()
          .map(block -> new Tuple2<>(block.getKey(), block.getValue().trimmed()))
          .iterator();
    }

    private Entry entry(Row row) {
      String hash = row.getString(1);
      boolean tombstone = row.getBoolean(7);
      boolean equalRows = !tombstone && byRow.contains(row.getString(8));
      String key = row.getString(0);
      @Nullable Instant operated = row.isNullAt(2) ? null : row.getInstant(2);
      Instant asOf = row.getInstant(3);
      return new Entry(
          ordinal,
          equalRows
              ? RowIdentity.hi(hash, row.getString(9))
              : HexFormat.fromHexDigitsToLong(key, 0, 16),
          equalRows ? RowIdentity.lo(hash) : HexFormat.fromHexDigitsToLong(key, 16, 32),
          Micros.of(operated == null ? asOf : operated),
          Micros.of(asOf),
          row.getLong(4),
          Math.toIntExact(row.getLong(5)),
          HexFormat.fromHexDigitsToLong(hash, 0, 16),
          Months.of(row.getString(6)),
          tombstone ? Entry.Kind.TOMBSTONE : Entry.Kind.HELD);
    }
  }
}
