package hallmetrics.ledger;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;

/**
 * Makes a ledger month stand alone. Where a correction moved a record to another month, the old
 * month receives a tombstone: a row of the key that has the order and the delivery of the latest
 * version, so that the old month's own latest row is the tombstone and the record counts once.
 */
public final class Tombstones {
  private static final String MONTH = "yyyy-MM";

  private Tombstones() {}

  /**
   * The tombstones a night owes, to be appended to the same table before anything is counted. For
   * each row of the night: every month within its window that holds the key, but not the latest
   * version of it in that window, and has none so recent.
   *
   * @param audit the night's view, with the night's rows already appended
   * @param night rows the night brought of sources with this window; columns record_key, event_date
   * @param origins origin months (yyyy-MM) of those rows, none missing
   * @param movesWithinDays how far an event date may move in a correction; 0 = never
   */
  public static Dataset<Row> of(
      View audit,
      String table,
      Dataset<Row> night,
      Collection<String> origins,
      int movesWithinDays) {
    Dataset<Row> held = held(audit, table);
    if (movesWithinDays == 0 || origins.isEmpty()) {
      return held.limit(0);
    }
    YearMonth first = YearMonth.parse(Collections.min(origins));
    YearMonth last = YearMonth.parse(Collections.max(origins));
    String from = YearMonth.from(first.atDay(1).minusDays(movesWithinDays)).toString();
    String to = YearMonth.from(last.atEndOfMonth().plusDays(movesWithinDays)).toString();
    Column day = col(LedgerColumns.EVENT_DATE);
    Dataset<Row> windows =
        night
            .select(
                col(LedgerColumns.RECORD_KEY).as("moved_key"),
                date_format(date_sub(day, movesWithinDays), MONTH).as("from_month"),
                date_format(date_add(day, movesWithinDays), MONTH).as("to_month"))
            .distinct();
    Column origin = col(LedgerColumns.ORIGIN);
    Dataset<Row> rows =
        held.where(origin.between(from, to))
            .join(
                windows,
                col(LedgerColumns.RECORD_KEY)
                    .equalTo(col("moved_key"))
                    .and(origin.between(col("from_month"), col("to_month"))));
    return owed(rows, held.schema());
  }

  /** The tombstones missing over all months: records that moved beyond their window. */
  public static Dataset<Row> movedFar(View view, String table) {
    Dataset<Row> held = held(view, table);
    Dataset<Row> rows =
        held.withColumn("moved_key", col(LedgerColumns.RECORD_KEY))
            .withColumn("from_month", lit(""))
            .withColumn("to_month", lit(""));
    return owed(rows, held.schema());
  }

  private static Dataset<Row> held(View view, String table) {
    Dataset<Row> rows = view.rows(table);
    Column[] bookkeeping = LedgerColumns.ALL.stream().map(name -> col(name)).toArray(Column[]::new);
    return LatestVersions.counting(rows, view.withdrawn()).select(bookkeeping);
  }

  /** Rows grouped by key and window to the tombstones they lack. */
  private static Dataset<Row> owed(Dataset<Row> rows, StructType schema) {
    Column[] group = {col("moved_key"), col("from_month"), col("to_month")};
    Column[] columns = Stream.of(schema.fieldNames()).map(name -> col(name)).toArray(Column[]::new);
    Column real = not(col(LedgerColumns.IS_TOMBSTONE));
    Column latest =
        max_by(when(real, struct(columns)), when(real, LatestVersions.order()))
            .over(Window.partitionBy(group));
    Column origin = col(LedgerColumns.ORIGIN);
    return rows.withColumn("latest", latest)
        .groupBy(group[0], group[1], group[2], origin)
        .agg(
            max(when(real, col(LedgerColumns.EVENT_DATE))).as("held_day"),
            max(LatestVersions.order()).as("newest"),
            first(col("latest")).as("latest"))
        .where(col("held_day").isNotNull().and(origin.notEqual(col("latest.origin"))))
        .select(col("latest.*"), col("held_day"), origin.as("held_month"), col("newest"))
        .where(col("newest").lt(LatestVersions.order()))
        .withColumn(LedgerColumns.IS_TOMBSTONE, lit(true))
        .withColumn(LedgerColumns.IS_DELETED, lit(false))
        .withColumn(LedgerColumns.EVENT_DATE, col("held_day"))
        .withColumn(LedgerColumns.ORIGIN, col("held_month"))
        .select(columns)
        .distinct();
  }
}
