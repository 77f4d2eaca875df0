package hallmetrics.metrics;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Measure;
import hallmetrics.catalogue.Metric;
import hallmetrics.daily.CountedRows;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Reads all sums of a request at once: from {@code daily}, and from the ledger what is not there.
 */
final class SumsReader {
  /** The columns sums are made by. */
  private static final String[] KEY = {
    "measure", "scope", "scope_id", "split", "split_value", "slot"
  };

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

  Sums read() {
    Sums sums = new Sums();
    List<Dataset<Row>> parts = parts();
    if (parts.isEmpty()) {
      return sums;
    }
    Dataset<Row> all = parts.stream().reduce(Dataset::union).orElseThrow();
    Iterator<Row> rows =
        all.groupBy(KEY[0], KEY[1], KEY[2], KEY[3], KEY[4], KEY[5])
            .agg(functions.sum("n").as("n"), functions.sum("x").as("x"))
            .toLocalIterator();
    while (rows.hasNext()) {
      Row row = rows.next();
      sums.add(
          new Sums.Key(
              row.getString(0),
              row.getString(1),
              row.getString(2),
              row.getString(3),
              row.getString(4)),
          row.getInt(5),
          row.getLong(6),
          row.isNullAt(7) ? null : row.getDecimal(7));
    }
    return sums;
  }

  private List<Dataset<Row>> parts() {
    Map<Metric, Set<Span>> versions = definitions.versions();
    List<Dataset<Row>> parts = new ArrayList<>();
    if (recent.isEmpty() && past.isEmpty()) {
      return parts;
    }
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
      parts.add(slotted(daily(daily)));
    }
    derived.forEach((table, measures) -> parts.add(slotted(derived(table, measures))));
    parts.addAll(new DistinctCounts(session, request, slots).of(distinct, versions));
    parts.addAll(new Stocks(session, request, slots).of(versions));
    Map<Metric, Set<Span>> past = definitions.pastWholes();
    parts.addAll(new DistinctCounts(session, request, slots).of(distinct, past));
    parts.addAll(new PastStocks(session, request, slots).of(past));
    return parts;
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

  private Dataset<Row> derived(String table, List<Measure> measures) {
    Catalogue catalogue = request.catalogue();
    Set<Span> all = new LinkedHashSet<>(recent);
    all.addAll(past);
    DerivedRows rows = new DerivedRows(request, all);
    return new CountedRows(session, catalogue, request.registers())
        .of(table, measures.stream().map(rows::bounded).toList(), rows.of(table));
  }

  /** Only the days asked, by slot; of days of the past only what signals are made of. */
  private Dataset<Row> slotted(Dataset<Row> counts) {
    Column signals =
        functions
            .col("split")
            .isin("", "days")
            .and(functions.col("scope").isin(Signals.SCOPES.toArray()));
    Column asked = days(recent).or(days(past).and(signals));
    return counts
        .where(asked)
        .select(
            functions.col(KEY[0]),
            functions.col(KEY[1]),
            functions.col(KEY[2]),
            functions.col(KEY[3]),
            functions.col(KEY[4]),
            slots.of(functions.col("day")).as(KEY[5]),
            functions.col("n"),
            functions.col("x"));
  }

  private static Column days(Set<Span> spans) {
    Column inside = functions.lit(false);
    for (Span span : Spans.joined(spans)) {
      inside = inside.or(functions.col("day").between(span.first(), span.last()));
    }
    return inside;
  }
}
