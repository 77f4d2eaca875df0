package hallmetrics.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows a task holds, in the order they come, straight into files of a ledger table: one
 * for each run of rows of a month. Without Spark SQL, which would sort them again and move them
 * between tasks: whoever makes the rows has them in place already. A row may be reused once the
 * next is asked for.
 */
final class LedgerWriting implements FlatMapFunction<Iterator<InternalRow>, DataFile> {
  private static final long serialVersionUID = 1L;

  private final Table table;
  private final StructType shape;
  private final int origin;
  private final String run;

  /**
   * A writer of a ledger table.
   *
   * @param shape the columns of the rows
   * @param run leads the names of the files
   */
  LedgerWriting(Table table, StructType shape, String run) {
    this.table = SerializableTable.copyOf(table);
    this.shape = shape;
    this.origin = shape.fieldIndex(LedgerColumns.ORIGIN);
    this.run = run;
  }

  @Override
  public Iterator<DataFile> call(Iterator<InternalRow> rows) throws IOException {
    List<DataFile> files = new ArrayList<>();
    LedgerFile open = null;
    UTF8String month = UTF8String.EMPTY_UTF8;
    try {
      while (rows.hasNext()) {
        InternalRow row = rows.next();
        UTF8String its = row.getUTF8String(origin);
        if (open == null || !its.equals(month)) {
          end(open, files);
          open = null;
          month = its.copy();
          open =
              new LedgerFile(table, shape, ChunkFile.open(table, run, List.of(month.toString())));
        }
        open.write(row);
      }
      end(open, files);
      open = null;
    } finally {
      if (open != null) {
        open.close();
      }
    }
    return files.iterator();
  }

  private static void end(@Nullable LedgerFile open, List<DataFile> files) throws IOException {
    if (open != null) {
      try (open) {
        files.add(open.end());
      }
    }
  }
}
