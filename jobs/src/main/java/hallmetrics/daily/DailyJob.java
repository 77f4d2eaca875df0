package hallmetrics.daily;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.ledger.CountBlock;
import hallmetrics.ledger.View;
import hallmetrics.region.Registers;
import hallmetrics.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
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
   * The counts of some months, as rows of {@code daily}; months without a row give none. Those of a
   * month stand in one partition, in the order of its file.
   *
   * @param view what is counted, an undecided night's or a decided one
   * @param origins ledger months (yyyy-MM) by table
   * @param fresh those of them that one night alone wrote: it leaves one version of a key
   */
  public JavaRDD<CountBlock> recount(
      View view, Map<String, Set<String>> origins, Map<String, Set<String>> fresh) {
    List<JavaRDD<CountBlock>> all = new ArrayList<>();
    for (Map.Entry<String, Set<String>> entry : new TreeMap<>(origins).entrySet()) {
      String table = entry.getKey();
      Set<String> first = new TreeSet<>(fresh.getOrDefault(table, Set.of()));
      first.retainAll(entry.getValue());
      Set<String> later = new TreeSet<>(entry.getValue());
      later.removeAll(first);
      TableSchema schema = Objects.requireNonNull(catalogue.tables().get(table), table);
      if (!first.isEmpty()) {
        all.add(counted.wholeMonths(schema, view.wholeFiles(table, first)));
      }
      if (!later.isEmpty()) {
        all.add(counted.months(schema, view.versions(table, later), later));
      }
    }
    JavaRDD<CountBlock> counts =
        JavaSparkContext.fromSparkContext(session.sparkContext()).emptyRDD();
    for (JavaRDD<CountBlock> one : all) {
      counts = counts.union(one);
    }
    return counts;
  }
}
