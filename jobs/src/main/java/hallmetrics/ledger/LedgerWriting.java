package hallmetrics.ledger;

import java.io.IOException;
import java.util.List;
import org.apache.iceberg.Table;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Writes rows into files of a ledger table. */
final class LedgerWriting extends MonthWriting<InternalRow, UTF8String> {
  private static final long serialVersionUID = 1L;

  private final StructType shape;
  private final int origin;

  /**
   * A writer of a ledger table.
   *
   * @param shape the columns of the rows
   * @param run leads the names of the files
   */
  LedgerWriting(Table table, StructType shape, String run) {
    super(table, run);
    this.shape = shape;
    this.origin = shape.fieldIndex(LedgerColumns.ORIGIN);
  }

  @Override
  boolean isOf(UTF8String month, InternalRow row) {
    return row.getUTF8String(origin).equals(month);
  }

  @Override
  UTF8String month(InternalRow row) {
    return row.getUTF8String(origin).copy();
  }

  @Override
  LedgerFile open(UTF8String month) throws IOException {
    return new LedgerFile(
        table(), shape, ChunkFile.open(table(), run(), List.of(month.toString())));
  }
}
