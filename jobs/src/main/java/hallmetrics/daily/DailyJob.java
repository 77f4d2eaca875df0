package hallmetrics.daily;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Measure;
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
  private final CountedRows counted;

  /** A job on a session that has the product's SQL functions. */
  public DailyJob(SparkSession session, Catalogue catalogue, Registers registers) {
    this.session = session;
    this.catalogue = catalogue;
    this.counted = new CountedRows(session, catalogue, registers);
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
      List<Measure> measures =
          catalogue.measuresOf(schema.name()).stream().filter(catalogue::inDaily).toList();
      if (measures.isEmpty() || entry.getValue().isEmpty()) {
        continue;
      }
      Dataset<Row> latest = view.latest(schema.name(), entry.getValue());
      Dataset<Row> counts = counted.of(schema.name(), measures, CountPlan.computed(latest, schema));
      all = none ? counts : all.union(counts);
      none = false;
    }
    return none ? all : summed(all);
  }

  private static Dataset<Row> summed(Dataset<Row> parts) {
    return parts
        .groupBy(KEY[0], Arrays.copyOfRange(KEY, 1, KEY.length))
        .agg(functions.sum("n").as("n"), functions.sum("x").cast("decimal(38,6)").as("x"));
  }
}
