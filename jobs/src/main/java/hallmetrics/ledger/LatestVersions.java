package hallmetrics.ledger;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;

import java.util.Collection;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** The one place that says which version of a record counts. */
public final class LatestVersions {
  private static final String NEWEST = "hall_newest";

  private static final Column[] ORDER = {
    coalesce(col(LedgerColumns.OPERATE_TS), col(LedgerColumns.DELIVERY_AS_OF)),
    col(LedgerColumns.DELIVERY_AS_OF),
    col(LedgerColumns.DELIVERY_SEQ),
    col(LedgerColumns.LINE)
  };

  private LatestVersions() {}

  /**
   * The total order of versions: the sender's instant (or, where a record has none, its delivery's
   * as_of), then as_of, then the order of decision, then the line.
   */
  public static Column order() {
    return struct(ORDER);
  }

  /**
   * The greatest version of each key within each origin month, without tombstones and deletions.
   *
   * @param rows rows of one ledger table
   * @param withdrawn deliveries (SHA-256) that no longer count, their tombstones neither
   */
  public static Dataset<Row> of(Dataset<Row> rows, Collection<String> withdrawn) {
    // a window, not an aggregate of whole rows: columns nobody reads are not even sorted
    WindowSpec newestFirst =
        Window.partitionBy(col(LedgerColumns.RECORD_KEY), col(LedgerColumns.ORIGIN))
            .orderBy(Stream.of(ORDER).map(Column::desc).toArray(Column[]::new));
    return counting(rows, withdrawn)
        .withColumn(NEWEST, row_number().over(newestFirst))
        .where(col(NEWEST).equalTo(1))
        .where(not(col(LedgerColumns.IS_TOMBSTONE)).and(not(col(LedgerColumns.IS_DELETED))))
        .drop(NEWEST);
  }

  /** The rows of deliveries that count; a tombstone may not know its delivery and stays. */
  static Dataset<Row> counting(Dataset<Row> rows, Collection<String> withdrawn) {
    Column delivery = col(LedgerColumns.DELIVERY);
    return withdrawn.isEmpty()
        ? rows
        : rows.where(delivery.isNull().or(not(delivery.isin(withdrawn.toArray()))));
  }

  static String quoted(String name) {
    return "`" + name + "`";
  }
}
