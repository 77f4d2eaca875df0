package hallmetrics.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * What a query came to. Nothing is computed before it is asked for. A cell is null, a number or a
 * text; instants are texts of Shanghai time.
 */
public final class Answer {
  private final SparkSession session;
  private final Dataset<Row> rows;
  private final @Nullable LocalDate asOf;

  Answer(SparkSession session, Dataset<Row> rows, @Nullable LocalDate asOf) {
    this.session = session;
    this.rows = rows;
    this.asOf = asOf;
  }

  /** The same, cut after some rows. */
  public Answer limit(int most) {
    return new Answer(session, rows.limit(most), asOf);
  }

  /** The day up to which the store was decided when the query began. */
  public @Nullable LocalDate asOf() {
    return asOf;
  }

  /** Names of the columns; one may occur twice. */
  public List<String> columns() {
    return Arrays.asList(rows.columns());
  }

  /** All rows at once: for answers that were cut. */
  public List<List<@Nullable Object>> list() {
    return Printed.text(rows).collectAsList().stream().map(Answer::cells).toList();
  }

  /** The rows one by one; at any time those of one partition are held. */
  public Iterator<List<@Nullable Object>> stream() {
    Iterator<Row> all = Printed.text(rows).toLocalIterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public List<@Nullable Object> next() {
        return cells(all.next());
      }
    };
  }

  /**
   * Writes Parquet files (zstd, instants as UTC microseconds) to a folder that is not there yet.
   */
  public void parquet(String folder) {
    session.conf().set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    Printed.typed(rows).write().option("compression", "zstd").mode("errorifexists").parquet(folder);
  }

  private static List<@Nullable Object> cells(Row row) {
    List<@Nullable Object> cells = new ArrayList<>(row.size());
    for (int i = 0; i < row.size(); i++) {
      cells.add(row.get(i));
    }
    return cells;
  }
}
