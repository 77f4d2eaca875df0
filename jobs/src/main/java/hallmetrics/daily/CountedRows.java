package hallmetrics.daily;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Measure;
import hallmetrics.ledger.LedgerSchema;
import hallmetrics.region.Registers;
import hallmetrics.schema.TableSchema;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Counts rows into the shape of {@code daily}: those of a ledger month for the nightly recount, and
 * those of a derived table for figures that are computed when asked. One place counts.
 */
public final class CountedRows {
  private final SparkSession session;
  private final Catalogue catalogue;
  private final Broadcast<Registers> registers;

  /** A counter on a session that has the product's SQL functions. */
  public CountedRows(SparkSession session, Catalogue catalogue, Registers registers) {
    this.session = session;
    this.catalogue = catalogue;
    this.registers = JavaSparkContext.fromSparkContext(session.sparkContext()).broadcast(registers);
  }

  /** Rows of a ledger table with its computed columns, each able to use those before it. */
  public static Dataset<Row> computed(Dataset<Row> rows, TableSchema schema) {
    return CountPlan.computed(rows, schema);
  }

  /**
   * Counts of a table or derived table, not yet summed over tasks.
   *
   * @param rows its rows with all computed columns
   */
  public Dataset<Row> of(String table, List<Measure> measures, Dataset<Row> rows) {
    return of(table, measures, catalogue.splits(table), rows);
  }

  /** The same with splits of its own: name to column. */
  public Dataset<Row> of(
      String table, List<Measure> measures, Map<String, String> splits, Dataset<Row> rows) {
    CountPlan plan = CountPlan.of(table, catalogue.place(table), splits, measures);
    return session.createDataFrame(
        plan.select(rows, splits)
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .mapPartitions(new Counting(plan, registers)),
        LedgerSchema.daily());
  }
}
