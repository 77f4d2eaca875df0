package hallmetrics.ingest;

import hallmetrics.ledger.LedgerColumns;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Rows that tell a ledger month that a key's latest version stands in another: they carry the
 * version order of that latest and no content, so that each month can be counted alone.
 */
final class Tombstones {
  /** They come from no delivery that could be refused. */
  private static final int NO_DELIVERY = -1;

  private Tombstones() {}

  /**
   * The tombstones of one table, in Spark's own form by the place of their shelf.
   *
   * @param place place of the shelf a tombstone belongs to
   * @param deliveries SHA-256 of the night's deliveries by order of decision; the delivery of a
   *     version already held is not repeated
   */
  static Map<Integer, Piece.Rows> rows(
      StructType shape,
      List<Verdicts.Tombstone> graves,
      Map<Long, Intake> deliveries,
      ToIntFunction<Verdicts.Tombstone> place) {
    UnsafeProjection packed = UnsafeProjection.create(shape);
    Map<Integer, RowBuffer> buffers = new TreeMap<>();
    for (Verdicts.Tombstone grave : graves) {
      InternalRow row = row(shape, grave, deliveries.get(grave.latest().seq()));
      buffers
          .computeIfAbsent(place.applyAsInt(grave), first -> new RowBuffer())
          .add(packed.apply(row));
    }
    Map<Integer, Piece.Rows> rows = new HashMap<>();
    buffers.forEach((at, buffer) -> rows.put(at, buffer.take(NO_DELIVERY)));
    return rows;
  }

  private static InternalRow row(
      StructType shape, Verdicts.Tombstone grave, @Nullable Intake intake) {
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
    set(shape, cells, LedgerColumns.SCHEMA_VERSION, LedgerRow.SCHEMA_VERSION);
    if (intake != null) {
      set(shape, cells, LedgerColumns.DELIVERY, intake.delivery().sha256());
      set(shape, cells, LedgerColumns.SOURCE, intake.source().name());
      set(shape, cells, LedgerColumns.SOURCE_SYSTEM, intake.source().system());
    }
    return new GenericInternalRow(cells);
  }

  private static void set(StructType shape, @Nullable Object[] cells, String column, Object value) {
    cells[shape.fieldIndex(column)] = Internal.of(value);
  }

  private static String hex(long half) {
    return java.util.HexFormat.of().toHexDigits(half);
  }
}
