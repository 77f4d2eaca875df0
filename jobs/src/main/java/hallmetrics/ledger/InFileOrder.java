package hallmetrics.ledger;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.conv;
import static org.apache.spark.sql.functions.shiftleft;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.unix_date;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Brings ledger rows to the tasks and into the order of their files: a month to one task, by event
 * date and key. The order is that of one number, day and first half of the key, which Spark sorts
 * by its digits; comparing keys text by text took as long as writing them. Rows without a key of
 * hex digits come first in their day.
 */
final class InFileOrder {
  private static final String NUMBER = "(order)";

  private InFileOrder() {}

  static JavaRDD<InternalRow> of(Dataset<Row> rows) {
    Column day = shiftleft(unix_date(col(LedgerColumns.EVENT_DATE)).cast("bigint"), 44);
    Column key = conv(substring(col(LedgerColumns.RECORD_KEY), 1, 11), 16, 10).cast("bigint");
    Dataset<Row> ordered =
        rows.withColumn(NUMBER, day.plus(key))
            .repartition(col(LedgerColumns.ORIGIN))
            .sortWithinPartitions(NUMBER)
            .drop(NUMBER);
    return SessionTasks.rdd(ordered);
  }
}
