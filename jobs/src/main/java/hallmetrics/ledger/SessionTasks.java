package hallmetrics.ledger;

import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.types.StructType;

/**
 * Runs actions on bare RDDs of a session's queries. Their tasks know none of its settings by
 * themselves: where a stage is not compiled as a whole, functions would be handed {@code
 * java.sql.Timestamp} instead of instants. Every {@code toRdd()} and what acts on it goes through
 * here.
 */
public final class SessionTasks {
  private SessionTasks() {}

  /** A query's rows as an RDD; planning may already run tasks. */
  public static JavaRDD<InternalRow> rdd(Dataset<Row> query) {
    return run(query.sparkSession(), () -> query.queryExecution().toRdd().toJavaRDD());
  }

  /** Rows in Spark's own form as a dataset. */
  public static Dataset<Row> dataset(
      SparkSession session, JavaRDD<InternalRow> rows, StructType shape) {
    return ((org.apache.spark.sql.classic.SparkSession) session)
        .internalCreateDataFrame(rows.rdd(), shape, false);
  }

  /** The answer of an action, its plans made and its tasks run with the session's settings. */
  public static <T> T run(SparkSession session, Supplier<T> action) {
    return SQLExecution.withSQLConfPropagated(
        (org.apache.spark.sql.classic.SparkSession) session, action::get);
  }
}
