package hallmetrics.metrics;

import hallmetrics.catalogue.Measure;
import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.MetricKind;
import hallmetrics.daily.CountedRows;
import hallmetrics.ledger.LedgerColumns;
import hallmetrics.schema.Duty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Stocks at the ends of the months that only signals look back on: unsplit, and all ends of a table
 * in one pass over its rows.
 */
final class PastStocks {
  private final SparkSession session;
  private final MetricsRequest request;
  private final Slots slots;

  PastStocks(SparkSession session, MetricsRequest request, Slots slots) {
    this.session = session;
    this.request = request;
    this.slots = slots;
  }

  /** One count a table; definitions of other kinds are passed over. */
  List<Dataset<Row>> of(Map<Metric, Set<Span>> versions) {
    Map<String, List<Measure>> measures = new LinkedHashMap<>();
    Map<String, Set<Span>> spans = new LinkedHashMap<>();
    versions.forEach(
        (metric, months) -> {
          if (metric.kind() == MetricKind.STOCK) {
            String table = metric.numerator();
            spans.computeIfAbsent(table, fresh -> new LinkedHashSet<>()).addAll(months);
            for (Span month : months) {
              measures
                  .computeIfAbsent(table, fresh -> new ArrayList<>())
                  .add(measure(metric, month));
            }
          }
        });
    List<Dataset<Row>> counts = new ArrayList<>();
    measures.forEach(
        (table, all) -> counts.add(counts(table, all, spans.getOrDefault(table, Set.of()))));
    return counts;
  }

  /** The stock at a month's end as a measure that counts on its last day. */
  private Measure measure(Metric metric, Span month) {
    Duty duty = Stocks.duty(request.catalogue(), metric.numerator());
    Measure whole = Stocks.measure(metric, duty, Stocks.endOf(month.last()), month);
    String begun =
        LedgerColumns.EVENT_DATE
            + " > date'"
            + month.last().minusDays(request.lookBackDays())
            + "'";
    return new Measure(
        whole.name(),
        whole.table(),
        begun + " and " + whole.where(),
        whole.on(),
        null,
        List.of(),
        null,
        null,
        whole.file(),
        whole.line());
  }

  private Dataset<Row> counts(String table, List<Measure> measures, Set<Span> months) {
    List<Span> ends = months.stream().map(span -> new Span(span.last(), span.last())).toList();
    Column slot = functions.lit(null).cast("int");
    for (Span month : months) {
      Column here = functions.col("day").equalTo(functions.lit(month.last()));
      slot = functions.when(here, functions.lit(slots.whole(month))).otherwise(slot);
    }
    return new CountedRows(session, request.catalogue(), request.registers())
        .of(table, measures, Map.of(), new DerivedRows(request, ends).of(table))
        .where(functions.col("scope").isin(Signals.SCOPES.toArray()))
        .select(
            functions.col("measure"),
            functions.col("scope"),
            functions.col("scope_id"),
            functions.col("split"),
            functions.col("split_value"),
            slot.as("slot"),
            functions.col("n"),
            functions.col("x"));
  }
}
