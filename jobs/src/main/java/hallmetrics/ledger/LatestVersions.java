package hallmetrics.ledger;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import java.util.Collection;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The one place that says which version of a record counts. */
public final class LatestVersions {
  private LatestVersions() {}

  /**
   * The total order of versions: the sender's instant (or, where a record has none, its delivery's
   * as_of), then as_of, then the order of decision, then the line.
   */
  public static Column order() {
    return struct(
        coalesce(col(LedgerColumns.OPERATE_TS), col(LedgerColumns.DELIVERY_AS_OF)),
        col(LedgerColumns.DELIVERY_AS_OF),
        col(LedgerColumns.DELIVERY_SEQ),
        col(LedgerColumns.LINE));
  }

  /**
   * The greatest version of each key within each origin month, without tombstones and deletions.
   *
   * @param rows rows of one ledger table
   * @param withdrawn deliveries (SHA-256) that no longer count, their tombstones neither
   */
  public static Dataset<Row> of(Dataset<Row> rows, Collection<String> withdrawn) {
    Column[] columns =
        Stream.of(rows.columns()).map(name -> col(quoted(name))).toArray(Column[]::new);
    return counting(rows, withdrawn)
        .groupBy(col(LedgerColumns.ORIGIN), col(LedgerColumns.RECORD_KEY))
        .agg(max_by(struct(columns), order()).as("newest"))
        .select("newest.*")
        .where(not(col(LedgerColumns.IS_TOMBSTONE)).and(not(col(LedgerColumns.IS_DELETED))));
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
