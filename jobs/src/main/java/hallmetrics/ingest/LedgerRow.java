package hallmetrics.ingest;

import hallmetrics.ledger.LedgerColumns;
import hallmetrics.ledger.LedgerSchema;
import hallmetrics.record.Mapped;
import java.time.LocalDate;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Makes ledger rows, in Spark's own form, of the mapped records of one delivery. */
final class LedgerRow {
  /** Version of the shape of ledger rows. */
  static final int SCHEMA_VERSION = 1;

  private final UnsafeProjection packed;
  private final UTF8String source;
  private final UTF8String system;
  private final UTF8String delivery;
  private final long asOf;
  private final long seq;
  private int lastMonth = -1;
  private UTF8String lastOrigin = UTF8String.EMPTY_UTF8;

  LedgerRow(Intake intake) {
    this.packed = UnsafeProjection.create(LedgerSchema.of(intake.settings().schema()));
    this.source = UTF8String.fromString(intake.source().name());
    this.system = UTF8String.fromString(intake.source().system());
    this.delivery = UTF8String.fromString(intake.delivery().sha256());
    this.asOf = Micros.of(intake.delivery().asOf());
    this.seq = intake.seq();
  }

  /** The row of a record; the next one takes its place in memory. */
  UnsafeRow of(int line, Mapped.Accepted record) {
    @Nullable Object[] values = record.values();
    int width = values.length;
    @Nullable Object[] cells = new @Nullable Object[width + LedgerColumns.ALL.size()];
    for (int i = 0; i < width; i++) {
      cells[i] = Internal.of(values[i]);
    }
    @Nullable Object[] bookkeeping = {
      Internal.of(record.sourceRecordId()),
      Internal.of(record.operateTs()),
      record.isDeleted(),
      Internal.of(record.recordKey()),
      source,
      system,
      delivery,
      (long) line,
      asOf,
      seq,
      Internal.of(record.recordHash()),
      false,
      Internal.of(record.eventDate()),
      origin(record.eventDate()),
      SCHEMA_VERSION
    };
    System.arraycopy(bookkeeping, 0, cells, width, bookkeeping.length);
    return packed.apply(new GenericInternalRow(cells));
  }

  private UTF8String origin(LocalDate day) {
    int month = Months.of(day);
    if (month != lastMonth) {
      lastMonth = month;
      lastOrigin = UTF8String.fromString(Months.origin(month));
    }
    return lastOrigin;
  }
}
