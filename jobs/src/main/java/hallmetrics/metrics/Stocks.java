package hallmetrics.metrics;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Derived;
import hallmetrics.catalogue.Measure;
import hallmetrics.catalogue.Metric;
import hallmetrics.daily.CountedRows;
import hallmetrics.schema.Duty;
import hallmetrics.schema.TableSchema;
import hallmetrics.time.Period;
import hallmetrics.time.Shanghai;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** Duties open at the end of a span, read from the ledger: stocks do not add over days. */
final class Stocks {
  private static final String AGE = "age";
  private static final String AGE_COLUMN = "hall_stock_age";
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private final SparkSession session;
  private final MetricsRequest request;
  private final List<Bucket> buckets;

  Stocks(SparkSession session, MetricsRequest request, List<Bucket> buckets) {
    this.session = session;
    this.request = request;
    this.buckets = buckets;
  }

  /** The duty of a table or derived table. */
  static Duty duty(Catalogue catalogue, String table) {
    Derived derived = catalogue.derived().get(table);
    TableSchema schema = catalogue.tables().get(table);
    Duty duty = derived != null ? derived.duty() : schema == null ? null : schema.duty();
    return Objects.requireNonNull(duty, table);
  }

  /** What is open at a moment, as a predicate; a duty begun later or dropped is not. */
  static String open(Duty duty, String moment) {
    String drop = duty.drop();
    return "("
        + duty.opened()
        + ") <= "
        + moment
        + " and (("
        + duty.done()
        + ") is null or ("
        + duty.done()
        + ") > "
        + moment
        + ")"
        + (drop == null ? "" : " and not coalesce((" + drop + "), false)");
  }

  /** The last microsecond of a day as a literal of the session's zone, which is Shanghai. */
  static String endOf(LocalDate day) {
    return "timestamp'" + Shanghai.endOfDay(day).atZone(Shanghai.ZONE).format(MICROS) + "'";
  }

  void add(Sums sums, Places places, List<Metric> metrics) {
    Map<String, List<Metric>> byTable = new LinkedHashMap<>();
    metrics.forEach(
        metric ->
            byTable
                .computeIfAbsent(metric.numerator(), t -> new java.util.ArrayList<>())
                .add(metric));
    Set<Bucket> wanted = wanted();
    for (Map.Entry<String, List<Metric>> entry : byTable.entrySet()) {
      Dataset<Row> rows =
          new DerivedRows(request.view(), request.catalogue(), wanted).of(entry.getKey());
      add(sums, places, counts(entry.getKey(), entry.getValue(), wanted, rows));
    }
  }

  /** Stocks are compared with the period before and a year ago; they have no monthly series. */
  private Set<Bucket> wanted() {
    Set<Bucket> wanted = new LinkedHashSet<>();
    for (Period period : request.periods()) {
      for (@Nullable Period each : new Period[] {period, period.previous(), period.yearAgo()}) {
        Bucket bucket = Bucket.orNull(each);
        if (bucket != null) {
          wanted.add(bucket);
        }
      }
    }
    return wanted;
  }

  private Dataset<Row> counts(
      String table, List<Metric> metrics, Set<Bucket> wanted, Dataset<Row> rows) {
    Duty duty = duty(request.catalogue(), table);
    CountedRows counter = new CountedRows(session, request.catalogue(), request.registers());
    Map<String, String> splits = new HashMap<>(request.catalogue().splits(table));
    splits.put(AGE, AGE_COLUMN);
    Dataset<Row> all = null;
    for (Bucket bucket : wanted) {
      LocalDate end = bucket.last().isAfter(request.asOf()) ? request.asOf() : bucket.last();
      List<Measure> measures =
          metrics.stream().map(metric -> measure(metric, duty, bucket, end)).toList();
      Dataset<Row> counts =
          counter.of(
              table, measures, splits, rows.withColumn(AGE_COLUMN, functions.expr(age(duty, end))));
      Dataset<Row> marked = counts.withColumn("bucket", functions.lit(buckets.indexOf(bucket)));
      all = all == null ? marked : all.union(marked);
    }
    return Objects.requireNonNull(all)
        .groupBy("measure", "scope", "scope_id", "split", "split_value", "bucket")
        .agg(functions.sum("n").as("n"));
  }

  private static Measure measure(Metric metric, Duty duty, Bucket bucket, LocalDate end) {
    String moment = endOf(end);
    String state =
        switch (Objects.requireNonNullElse(metric.stock(), "ALL")) {
          case "OVERDUE" -> " and (" + duty.due() + ") <= " + moment;
          case "IN_TIME" ->
              " and ((" + duty.due() + ") is null or (" + duty.due() + ") > " + moment + ")";
          default -> "";
        };
    return new Measure(
        metric.id(),
        metric.numerator(),
        open(duty, moment) + state,
        "date'" + bucket.last() + "'",
        null,
        metric.splits(),
        null,
        null,
        metric.file(),
        metric.line());
  }

  private static String age(Duty duty, LocalDate end) {
    String days = "working_days_between(" + duty.opened() + ", date'" + end + "')";
    return "case when "
        + days
        + " <= 5 then '0-5' when "
        + days
        + " <= 15 then '6-15' else '16+' end";
  }

  private static void add(Sums sums, Places places, Dataset<Row> counts) {
    Iterator<Row> rows = counts.toLocalIterator();
    while (rows.hasNext()) {
      Row row = rows.next();
      String scope = row.getString(1);
      for (String id : places.upwards(scope, row.getString(2))) {
        sums.add(
            new Sums.Key(row.getString(0), scope, id, row.getString(3), row.getString(4)),
            row.getInt(5),
            row.getLong(6),
            null);
      }
    }
  }
}
