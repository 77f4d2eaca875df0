package hallmetrics.metrics;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Measure;
import hallmetrics.catalogue.Metric;
import hallmetrics.daily.CountedRows;
import hallmetrics.ledger.SessionTasks;
import hallmetrics.run.Beside;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Reads all sums of a request at once: from {@code daily}, and from the ledger what is not there.
 */
final class SumsReader {
  private static final Column[] COLUMNS =
      Summing.COLUMNS.stream().map(functions::col).toArray(Column[]::new);

  private final SparkSession session;
  private final MetricsRequest request;
  private final Definitions definitions;
  private final Set<Span> recent;
  private final Set<Span> past;
  private final Slots slots;

  SumsReader(SparkSession session, MetricsRequest request, Definitions definitions) {
    this.session = session;
    this.request = request;
    this.definitions = definitions;
    this.recent = definitions.spans(definitions.recent());
    this.past = definitions.spans(definitions.past());
    Set<Span> all = new LinkedHashSet<>(recent);
    all.addAll(past);
    this.slots = new Slots(all);
  }

  Slots slots() {
    return slots;
  }

  /** Planning keeps one core busy for as long as reading does: the parts go side by side. */
  Sums read() {
    try (Kept kept = new Kept()) {
      List<Beside<List<Summing.Part>>> running =
          queries(kept).stream()
              .map(query -> Beside.start(session, "sums", () -> summed(query)))
              .toList();
      Sums sums = new Sums();
      Beside.all(running).forEach(parts -> parts.forEach(part -> part.to(sums)));
      return sums;
    }
  }

  private List<Summing.Part> summed(Supplier<List<Dataset<Row>>> query) {
    return SessionTasks.run(
        session,
        () ->
            query.get().stream()
                .map(part -> SessionTasks.rdd(part.select(COLUMNS)))
                .map(rows -> rows.mapPartitions(new Summing()))
                .reduce(JavaRDD::union)
                .map(JavaRDD::collect)
                .orElse(List.of()));
  }

  private List<Supplier<List<Dataset<Row>>>> queries(Kept kept) {
    List<Supplier<List<Dataset<Row>>>> queries = new ArrayList<>();
    if (recent.isEmpty() && past.isEmpty()) {
      return queries;
    }
    Map<Metric, Set<Span>> versions = definitions.versions();
    Map<Metric, Set<Span>> before = definitions.pastWholes();
    List<Measure> daily = new ArrayList<>();
    Map<String, List<Measure>> derived = new LinkedHashMap<>();
    Set<Measure> distinct = new LinkedHashSet<>();
    for (Measure measure : definitions.measures(versions.keySet())) {
      if (request.catalogue().inDaily(measure)) {
        daily.add(measure);
      } else if (measure.distinct() == null) {
        derived.computeIfAbsent(measure.table(), table -> new ArrayList<>()).add(measure);
      } else {
        distinct.add(measure);
      }
    }
    if (!daily.isEmpty()) {
      queries.add(() -> List.of(slotted(daily(daily))));
    }
    derived.forEach(
        (table, measures) -> queries.add(() -> List.of(slotted(derived(table, measures, kept)))));
    DistinctCounts counts = new DistinctCounts(session, request, slots);
    for (Map<Metric, Set<Span>> asked : List.of(versions, before)) {
      if (!distinct.isEmpty() && !asked.isEmpty()) {
        queries.add(() -> counts.of(distinct, asked));
      }
    }
    queries.add(() -> new Stocks(session, request, slots).of(versions, before));
    return queries;
  }

  private Dataset<Row> daily(List<Measure> measures) {
    Set<String> tables = new TreeSet<>();
    measures.forEach(measure -> tables.add(measure.table()));
    return request
        .view()
        .daily()
        .where(functions.col("table").isin(tables.toArray()))
        .where(functions.col("measure").isin(measures.stream().map(Measure::name).toArray()));
  }

  private Dataset<Row> derived(String table, List<Measure> measures, Kept kept) {
    Catalogue catalogue = request.catalogue();
    Set<Span> all = new LinkedHashSet<>(recent);
    all.addAll(past);
    DerivedRows rows = new DerivedRows(request, all, kept::keep);
    List<Measure> bounded = measures.stream().map(rows::bounded).toList();
    return new CountedRows(session, catalogue, request.registers())
        .of(table, bounded, rows.of(table, bounded));
  }

  /** Only the days asked, by slot; of days of the past only what signals are made of. */
  private Dataset<Row> slotted(Dataset<Row> counts) {
    Column signals =
        functions
            .col("split")
            .isin("", "days")
            .and(functions.col("scope").isin(Signals.SCOPES.toArray()));
    Column asked = days(recent).or(days(past).and(signals));
    return counts.where(asked).withColumn("slot", slots.of(functions.col("day")));
  }

  private static Column days(Set<Span> spans) {
    Column inside = functions.lit(false);
    for (Span span : Spans.joined(spans)) {
      inside = inside.or(functions.col("day").between(span.first(), span.last()));
    }
    return inside;
  }
}
