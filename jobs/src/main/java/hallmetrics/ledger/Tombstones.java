package hallmetrics.ledger;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Lets a ledger month stand alone. Where a correction moved a record to another month, the old
 * month holds a tombstone: a row of the key that has the order and the delivery of the latest
 * version, so that the old month's own latest row is the tombstone and the record counts once.
 *
 * <p>A night writes those of its own window as it resolves fates; here the keys of all months are
 * read, for records that moved beyond it.
 */
public final class Tombstones {
  private Tombstones() {}

  /**
   * The tombstones a table lacks: one for each month that holds a key, but not the key's latest
   * version, and has no tombstone so recent. Append them to the table and recount their months.
   *
   * @return rows of the bookkeeping columns; the event date is the day the record had in that month
   */
  public static Dataset<Row> missing(View view, String table) {
    Column[] columns = LedgerColumns.ALL.stream().map(name -> col(name)).toArray(Column[]::new);
    Column key = col(LedgerColumns.RECORD_KEY);
    Column origin = col(LedgerColumns.ORIGIN);
    Column real = not(col(LedgerColumns.IS_TOMBSTONE));
    Column latest =
        max_by(when(real, struct(columns)), when(real, LatestVersions.order()))
            .over(Window.partitionBy(key));
    Dataset<Row> rows = LatestVersions.counting(view.rows(table), view.withdrawn()).select(columns);
    return rows.join(broadcast(inSeveralMonths(rows)), LedgerColumns.RECORD_KEY, "left_semi")
        .withColumn("latest", latest)
        .groupBy(key, origin)
        .agg(
            max(when(real, col(LedgerColumns.EVENT_DATE))).as("held_day"),
            max(LatestVersions.order()).as("newest"),
            first(col("latest")).as("latest"))
        .where(col("held_day").isNotNull().and(origin.notEqual(col("latest.origin"))))
        .select(Stream.of("latest.*", "held_day", "newest").map(n -> col(n)).toArray(Column[]::new))
        .where(col("newest").lt(LatestVersions.order()))
        .withColumn(LedgerColumns.IS_TOMBSTONE, lit(true))
        .withColumn(LedgerColumns.IS_DELETED, lit(false))
        .withColumn(LedgerColumns.EVENT_DATE, col("held_day"))
        .withColumn(LedgerColumns.ORIGIN, date_format(col("held_day"), "yyyy-MM"))
        .select(columns);
  }

  /** Keys of which more than one month holds a version: few, whatever the ledger's length. */
  private static Dataset<Row> inSeveralMonths(Dataset<Row> rows) {
    Column origin = col(LedgerColumns.ORIGIN);
    return rows.groupBy(LedgerColumns.RECORD_KEY)
        .agg(min(origin).as("first_month"), max(origin).as("last_month"))
        .where(col("first_month").notEqual(col("last_month")))
        .select(LedgerColumns.RECORD_KEY);
  }
}
