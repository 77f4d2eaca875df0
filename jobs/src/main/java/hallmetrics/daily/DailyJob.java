package hallmetrics.daily;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.ledger.LedgerSchema;
import hallmetrics.ledger.View;
import hallmetrics.region.Registers;
import hallmetrics.schema.TableSchema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Recounts whole ledger months: what they count, whatever day it counts on. */
public final class DailyJob {
  /**
   * The name under which the rows of every ledger table are counted by event date, in scopes ALL,
   * REGION and HALL, split by {@code source}: it says what was received.
   */
  public static final String ROWS = "(rows)";

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
   * The counts of some months, as rows of {@code daily}; months without a row give none. The rows
   * of a month stand in one partition.
   *
   * @param view what is counted, an undecided night's or a decided one
   * @param origins ledger months (yyyy-MM) by table
   */
  public Dataset<Row> recount(View view, Map<String, Set<String>> origins) {
    Dataset<Row> all = null;
    for (Map.Entry<String, Set<String>> entry : new TreeMap<>(origins).entrySet()) {
      if (!entry.getValue().isEmpty()) {
        String table = entry.getKey();
        TableSchema schema = Objects.requireNonNull(catalogue.tables().get(table), table);
        Dataset<Row> counts =
            counted.months(schema, view.versions(table, entry.getValue()), entry.getValue());
        all = all == null ? counts : all.union(counts);
      }
    }
    return all == null ? session.createDataFrame(List.of(), LedgerSchema.daily()) : all;
  }
}
