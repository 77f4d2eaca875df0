package hallmetrics.daily;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Measure;
import hallmetrics.ledger.CountBlock;
import hallmetrics.ledger.LatestVersions;
import hallmetrics.ledger.LedgerColumns;
import hallmetrics.ledger.LedgerSchema;
import hallmetrics.ledger.SessionTasks;
import hallmetrics.region.Registers;
import hallmetrics.schema.Computed;
import hallmetrics.schema.TableSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;

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
    Dataset<Row> wider = rows;
    for (Computed column : schema.computed()) {
      wider = wider.withColumn(column.name(), functions.expr(column.sql()));
    }
    return wider;
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
    Dataset<Row> narrow = rows.select(plan.columns().toArray(Column[]::new));
    return SessionTasks.dataset(
        session,
        internal(narrow).mapPartitions(new Counting(plan, registers)).flatMap(CountBlock::rows),
        LedgerSchema.daily());
  }

  /**
   * Counts of whole ledger months, the rows themselves too. Each month is counted by one task, so
   * that nothing is left to sum.
   *
   * @param versions all versions of the months, also those that no longer count
   */
  JavaRDD<CountBlock> months(
      TableSchema schema, Dataset<Row> versions, Collection<String> origins) {
    CountPlan plan = plan(schema);
    Counting counting = new Counting(plan, registers);
    List<Column> columns = new ArrayList<>(plan.columns());
    int keyColumn = columns.size();
    columns.add(functions.col(LedgerColumns.RECORD_KEY).as("key"));
    columns.add(counts().as("counts"));
    columns.add(LatestVersions.order().as("version"));
    columns.add(month(origins).as("month"));
    Dataset<Row> sorted =
        computed(versions, schema)
            .select(columns.toArray(Column[]::new))
            .repartitionById(origins.size(), functions.col("month"))
            .sortWithinPartitions(functions.col("key"), functions.col("version").desc());
    return internal(sorted).mapPartitions(rows -> counting.call(new NewestFirst(rows, keyColumn)));
  }

  /**
   * The same of months of which no key has two versions and which stand whole in one task each:
   * nothing is moved and none has to be looked for.
   */
  JavaRDD<CountBlock> wholeMonths(TableSchema schema, Dataset<Row> rows) {
    CountPlan plan = plan(schema);
    Dataset<Row> narrow =
        computed(rows.where(counts()), schema).select(plan.columns().toArray(Column[]::new));
    return internal(narrow).mapPartitions(new Counting(plan, registers));
  }

  private CountPlan plan(TableSchema schema) {
    List<Measure> measures =
        catalogue.measuresOf(schema.name()).stream().filter(catalogue::inDaily).toList();
    return CountPlan.of(schema.name(), schema.place(), schema.splits(), measures).withRows();
  }

  private static Column counts() {
    return functions
        .not(functions.col(LedgerColumns.IS_TOMBSTONE))
        .and(functions.not(functions.col(LedgerColumns.IS_DELETED)));
  }

  /** The number of a row's month among the months. */
  private static Column month(Collection<String> origins) {
    Column number = functions.lit(0);
    int next = 0;
    for (String origin : new TreeSet<>(origins)) {
      Column here = functions.col(LedgerColumns.ORIGIN).equalTo(origin);
      number = functions.when(here, functions.lit(next)).otherwise(number);
      next++;
    }
    return number;
  }

  private static JavaRDD<InternalRow> internal(Dataset<Row> rows) {
    return SessionTasks.rdd(rows);
  }
}
