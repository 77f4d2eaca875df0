package hallmetrics.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a task holds, in the order it comes, straight into files of a table: one for each run
 * of a month. Without Spark SQL, which would sort it again and move it between tasks: whoever makes
 * it has it in place already.
 *
 * @param <T> what is written; one may be reused once the next is asked for
 * @param <M> what tells a month
 */
abstract class MonthWriting<T, M> implements FlatMapFunction<Iterator<T>, DataFile> {
  private static final long serialVersionUID = 1L;

  /** The file of a month. */
  interface MonthFile<T> extends AutoCloseable {
    void write(T thing) throws IOException;

    /** Ends it and tells of it what the table keeps. */
    DataFile end() throws IOException;

    @Override
    void close() throws IOException;
  }

  private final Table table;
  private final String run;

  /**
   * A writer of a table.
   *
   * @param run leads the names of the files
   */
  MonthWriting(Table table, String run) {
    this.table = SerializableTable.copyOf(table);
    this.run = run;
  }

  Table table() {
    return table;
  }

  String run() {
    return run;
  }

  abstract boolean isOf(M month, T thing);

  /** The month of a thing, to be kept. */
  abstract M month(T thing);

  abstract MonthFile<T> open(M month) throws IOException;

  @Override
  public final Iterator<DataFile> call(Iterator<T> things) throws IOException {
    List<DataFile> files = new ArrayList<>();
    MonthFile<T> open = null;
    M month = null;
    try {
      while (things.hasNext()) {
        T thing = things.next();
        if (open == null || month == null || !isOf(month, thing)) {
          end(open, files);
          open = null;
          month = month(thing);
          open = open(month);
        }
        open.write(thing);
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

  private static void end(@Nullable MonthFile<?> open, List<DataFile> files) throws IOException {
    if (open != null) {
      try (open) {
        files.add(open.end());
      }
    }
  }
}
