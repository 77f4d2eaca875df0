package hallmetrics.ingest;

import hallmetrics.ledger.LedgerColumns;
import hallmetrics.ledger.LedgerSchema;
import hallmetrics.schema.TableSchema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Rows that tell a ledger month that a key's latest version stands in another: they carry the
 * version order of that latest and no content, so that each month can be counted alone.
 */
final class Tombstones {
  private Tombstones() {}

  /**
   * The tombstones of one table.
   *
   * @param deliveries SHA-256 of the night's deliveries by order of decision; the delivery of a
   *     version already held is not repeated
   */
  static List<Row> rows(
      TableSchema table,
      int ordinal,
      List<Verdicts.Tombstone> graves,
      Map<Long, Intake> deliveries) {
    StructType shape = LedgerSchema.of(table);
    List<Row> rows = new ArrayList<>();
    for (Verdicts.Tombstone grave : graves) {
      if (grave.latest().table() == ordinal) {
        rows.add(row(shape, grave, deliveries.get(grave.latest().seq())));
      }
    }
    return rows;
  }

  private static Row row(StructType shape, Verdicts.Tombstone grave, @Nullable Intake intake) {
    Entry latest = grave.latest();
    String origin = Months.origin(grave.month());
    @Nullable Object[] cells = new Object[shape.size()];
    set(shape, cells, LedgerColumns.RECORD_KEY, hex(latest.hi()) + hex(latest.lo()));
    set(shape, cells, LedgerColumns.RECORD_HASH, hex(latest.content()) + hex(0));
    set(shape, cells, LedgerColumns.OPERATE_TS, Micros.instant(latest.effective()));
    set(shape, cells, LedgerColumns.DELIVERY_AS_OF, Micros.instant(latest.asOf()));
    set(shape, cells, LedgerColumns.DELIVERY_SEQ, latest.seq());
    set(shape, cells, LedgerColumns.LINE, (long) latest.line());
    set(shape, cells, LedgerColumns.IS_DELETED, false);
    set(shape, cells, LedgerColumns.IS_TOMBSTONE, true);
    set(shape, cells, LedgerColumns.EVENT_DATE, LocalDate.parse(origin + "-01"));
    set(shape, cells, LedgerColumns.ORIGIN, origin);
    set(shape, cells, LedgerColumns.SCHEMA_VERSION, WritePass.SCHEMA_VERSION);
    if (intake != null) {
      set(shape, cells, LedgerColumns.DELIVERY, intake.delivery().sha256());
      set(shape, cells, LedgerColumns.SOURCE, intake.source().name());
      set(shape, cells, LedgerColumns.SOURCE_SYSTEM, intake.source().system());
    }
    return RowFactory.create(cells);
  }

  private static void set(StructType shape, @Nullable Object[] cells, String column, Object value) {
    cells[shape.fieldIndex(column)] = value;
  }

  private static String hex(long half) {
    return java.util.HexFormat.of().toHexDigits(half);
  }
}
