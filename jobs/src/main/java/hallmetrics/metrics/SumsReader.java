package hallmetrics.metrics;

import hallmetrics.catalogue.Measure;
import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.MetricKind;
import hallmetrics.daily.CountedRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Reads all sums of a request in one pass over {@code daily} and the derived tables it needs. */
final class SumsReader {
  private static final String[] PLACE = {"measure", "scope", "scope_id", "split", "split_value"};

  private final SparkSession session;
  private final MetricsRequest request;
  private final List<Bucket> buckets;
  private final List<Metric> metrics;

  SumsReader(SparkSession session, MetricsRequest request, List<Metric> metrics) {
    this.session = session;
    this.request = request;
    this.metrics = metrics;
    this.buckets = Bucket.of(request);
  }

  Sums read() {
    Map<String, Measure> measures = measures();
    Sums sums = new Sums(buckets);
    Places places = new Places(request.registers(), request.asOf());
    Dataset<Row> counts = judged(counts(measures.values()), measures);
    Iterator<Row> rows = summed(counts).toLocalIterator();
    while (rows.hasNext()) {
      add(sums, places, rows.next());
    }
    new Stocks(session, request, buckets).add(sums, places, stocks());
    return sums;
  }

  private Map<String, Measure> measures() {
    Map<String, Measure> needed = new LinkedHashMap<>();
    for (Metric metric : metrics) {
      if (metric.kind() != MetricKind.STOCK) {
        put(needed, metric.numerator());
      }
      if (metric.denominator() != null) {
        put(needed, metric.denominator());
      }
    }
    return needed;
  }

  private void put(Map<String, Measure> needed, String measure) {
    needed.put(measure, Objects.requireNonNull(request.catalogue().measure(measure), measure));
  }

  private List<Metric> stocks() {
    return metrics.stream().filter(metric -> metric.kind() == MetricKind.STOCK).toList();
  }

  private Dataset<Row> counts(Iterable<Measure> measures) {
    List<String> inDaily = new ArrayList<>();
    Map<String, List<Measure>> elsewhere = new LinkedHashMap<>();
    for (Measure measure : measures) {
      if (request.catalogue().inDaily(measure)) {
        inDaily.add(measure.name());
      } else {
        elsewhere.computeIfAbsent(measure.table(), table -> new ArrayList<>()).add(measure);
      }
    }
    LocalDate first = Collections.min(buckets, Comparator.comparing(Bucket::first)).first();
    LocalDate last = Collections.max(buckets, Comparator.comparing(Bucket::last)).last();
    Dataset<Row> counts =
        request
            .view()
            .daily()
            .where(functions.col("measure").isin(inDaily.toArray()))
            .where(functions.col("day").between(first, last));
    CountedRows counted = new CountedRows(session, request.catalogue(), request.registers());
    DerivedRows derived = new DerivedRows(request.view(), request.catalogue(), buckets);
    for (Map.Entry<String, List<Measure>> entry : elsewhere.entrySet()) {
      counts =
          counts.union(counted.of(entry.getKey(), entry.getValue(), derived.of(entry.getKey())));
    }
    return counts;
  }

  /** Without what falls due after the day up to which it may be judged. */
  private Dataset<Row> judged(Dataset<Row> counts, Map<String, Measure> measures) {
    Dataset<Row> judged = counts;
    Map<LocalDate, Set<String>> dueBy = new LinkedHashMap<>();
    for (Metric metric : metrics) {
      if (metric.due()) {
        Set<String> names = new LinkedHashSet<>(List.of(metric.numerator()));
        names.add(Objects.requireNonNullElse(metric.denominator(), metric.numerator()));
        for (String name : names) {
          Measure measure = Objects.requireNonNull(measures.get(name));
          dueBy
              .computeIfAbsent(
                  request.judgedUntil(request.catalogue().tablesRead(measure.table())),
                  day -> new LinkedHashSet<>())
              .add(name);
        }
      }
    }
    for (Map.Entry<LocalDate, Set<String>> due : dueBy.entrySet()) {
      Column late =
          functions
              .col("measure")
              .isin(due.getValue().toArray())
              .and(functions.col("day").gt(functions.lit(due.getKey())));
      judged = judged.where(functions.not(late));
    }
    return judged;
  }

  private Dataset<Row> summed(Dataset<Row> counts) {
    List<Column> sums = new ArrayList<>();
    for (int b = 0; b < buckets.size(); b++) {
      Column inside = functions.col("day").between(buckets.get(b).first(), buckets.get(b).last());
      sums.add(functions.sum(functions.when(inside, functions.col("n"))).as("n_" + b));
      sums.add(functions.sum(functions.when(inside, functions.col("x"))).as("x_" + b));
    }
    Column first = sums.remove(0);
    return counts
        .groupBy(PLACE[0], PLACE[1], PLACE[2], PLACE[3], PLACE[4])
        .agg(first, sums.toArray(Column[]::new));
  }

  private void add(Sums sums, Places places, Row row) {
    String scope = row.getString(1);
    for (String id : places.upwards(scope, row.getString(2))) {
      Sums.Key key = new Sums.Key(row.getString(0), scope, id, row.getString(3), row.getString(4));
      for (int b = 0; b < buckets.size(); b++) {
        int at = PLACE.length + 2 * b;
        if (!row.isNullAt(at)) {
          sums.add(key, b, row.getLong(at), row.isNullAt(at + 1) ? null : row.getDecimal(at + 1));
        }
      }
    }
  }
}
