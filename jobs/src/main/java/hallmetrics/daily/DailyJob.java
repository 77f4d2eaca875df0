package hallmetrics.daily;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.ledger.LedgerSchema;
import hallmetrics.ledger.View;
import hallmetrics.region.Registers;
import hallmetrics.schema.TableSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Recounts whole ledger months: what they count, whatever day it counts on. */
public final class DailyJob {
  private static final String[] KEY = {
    "table", "origin", "measure", "day", "scope", "scope_id", "split", "split_value"
  };

  private final SparkSession session;
  private final Catalogue catalogue;
  private final Broadcast<Registers> registers;

  /** A job on a session that has the product's SQL functions. */
  public DailyJob(SparkSession session, Catalogue catalogue, Registers registers) {
    this.session = session;
    this.catalogue = catalogue;
    this.registers = JavaSparkContext.fromSparkContext(session.sparkContext()).broadcast(registers);
  }

  /**
   * The counts of some months, as rows of {@code daily}; months without a row give none.
   *
   * @param view what is counted, an undecided night's or a decided one
   * @param origins ledger months (yyyy-MM) by table
   */
  public Dataset<Row> recount(View view, Map<String, Set<String>> origins) {
    Dataset<Row> all = session.createDataFrame(List.of(), LedgerSchema.daily());
    boolean none = true;
    for (Map.Entry<String, Set<String>> entry : new TreeMap<>(origins).entrySet()) {
      TableSchema schema = Objects.requireNonNull(catalogue.tables().get(entry.getKey()));
      CountPlan plan = CountPlan.of(catalogue, schema.name());
      if (plan.groups().isEmpty() || entry.getValue().isEmpty()) {
        continue;
      }
      Dataset<Row> counts = counts(plan, schema, view.latest(schema.name(), entry.getValue()));
      all = none ? counts : all.union(counts);
      none = false;
    }
    return none ? all : summed(all);
  }

  private Dataset<Row> counts(CountPlan plan, TableSchema schema, Dataset<Row> latest) {
    Dataset<Row> rows = plan.select(CountPlan.computed(latest, schema), schema.splits());
    JavaRDD<Row> counted =
        rows.queryExecution().toRdd().toJavaRDD().mapPartitions(new Counting(plan, registers));
    return session.createDataFrame(counted, LedgerSchema.daily());
  }

  private static Dataset<Row> summed(Dataset<Row> parts) {
    return parts
        .groupBy(KEY[0], Arrays.copyOfRange(KEY, 1, KEY.length))
        .agg(functions.sum("n").as("n"), functions.sum("x").cast("decimal(38,6)").as("x"));
  }
}
