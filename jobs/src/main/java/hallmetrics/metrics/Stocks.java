package hallmetrics.metrics;

import hallmetrics.catalogue.AgeBand;
import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Derived;
import hallmetrics.catalogue.Measure;
import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.MetricKind;
import hallmetrics.daily.CountedRows;
import hallmetrics.ledger.LedgerColumns;
import hallmetrics.schema.Duty;
import hallmetrics.schema.TableSchema;
import hallmetrics.time.Shanghai;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Duties open at the end of a span, read from the ledger: stocks do not add over days. */
final class Stocks {
  static final String AGE = "age";
  private static final String AGE_COLUMN = "hall_stock_age";
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private final SparkSession session;
  private final MetricsRequest request;
  private final Slots slots;

  Stocks(SparkSession session, MetricsRequest request, Slots slots) {
    this.session = session;
    this.request = request;
    this.slots = slots;
  }

  /** The name under which a definition's stock is summed. */
  static String name(Metric metric) {
    return metric.id() + "@" + metric.version();
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
    String done = "(" + duty.done() + ")";
    String open = done + " is null or " + done + " > " + moment;
    String drop = duty.drop();
    return "("
        + duty.opened()
        + ") <= "
        + moment
        + " and ("
        + open
        + ")"
        + (drop == null ? "" : " and not coalesce((" + drop + "), false)");
  }

  /** The last microsecond of a day as a literal of the session's zone, which is Shanghai. */
  static String endOf(LocalDate day) {
    return "timestamp'" + Shanghai.endOfDay(day).atZone(Shanghai.ZONE).format(MICROS) + "'";
  }

  /** The stocks of some definitions at the ends of their spans, one count a span and table. */
  List<Dataset<Row>> of(Map<Metric, Set<Span>> versions) {
    Map<String, Map<Span, List<Metric>>> byTable = new LinkedHashMap<>();
    versions.forEach(
        (metric, spans) -> {
          if (metric.kind() == MetricKind.STOCK) {
            Map<Span, List<Metric>> bySpan =
                byTable.computeIfAbsent(metric.numerator(), table -> new LinkedHashMap<>());
            spans.forEach(
                span -> bySpan.computeIfAbsent(span, fresh -> new ArrayList<>()).add(metric));
          }
        });
    List<Dataset<Row>> counts = new ArrayList<>();
    byTable.forEach(
        (table, bySpan) -> {
          Dataset<Row> rows = new DerivedRows(request, ends(bySpan.keySet())).of(table);
          bySpan.forEach((span, metrics) -> counts.add(counts(table, span, metrics, rows)));
        });
    return counts;
  }

  private List<Span> ends(Set<Span> spans) {
    return spans.stream().map(span -> new Span(end(span), end(span))).toList();
  }

  /** The day at whose end a stock is taken: figures know nothing after their own day. */
  private LocalDate end(Span span) {
    return span.last().isAfter(request.asOf()) ? request.asOf() : span.last();
  }

  private Dataset<Row> counts(String table, Span span, List<Metric> metrics, Dataset<Row> rows) {
    LocalDate end = end(span);
    Duty duty = duty(request.catalogue(), table);
    Map<String, String> splits = new HashMap<>(request.catalogue().splits(table));
    splits.put(AGE, AGE_COLUMN);
    String begun =
        LedgerColumns.EVENT_DATE + " > date'" + end.minusDays(request.lookBackDays()) + "'";
    Dataset<Row> aged = rows.where(begun).withColumn(AGE_COLUMN, functions.expr(age(duty, end)));
    List<Measure> measures =
        metrics.stream().map(metric -> measure(metric, duty, endOf(end), span)).toList();
    return new CountedRows(session, request.catalogue(), request.registers())
        .of(table, measures, splits, aged)
        .select(
            functions.col("measure"),
            functions.col("scope"),
            functions.col("scope_id"),
            functions.col("split"),
            functions.col("split_value"),
            functions.lit(slots.whole(span)).as("slot"),
            functions.col("n"),
            functions.col("x"));
  }

  static Measure measure(Metric metric, Duty duty, String moment, Span span) {
    String due = "(" + duty.due() + ")";
    String state =
        switch (Objects.requireNonNullElse(metric.stock(), "ALL")) {
          case "OVERDUE" -> " and " + due + " <= " + moment;
          case "IN_TIME" -> " and (" + due + " is null or " + due + " > " + moment + ")";
          default -> "";
        };
    return new Measure(
        name(metric),
        metric.numerator(),
        open(duty, moment) + state,
        "date'" + span.last() + "'",
        null,
        metric.splits(),
        null,
        null,
        metric.file(),
        metric.line());
  }

  /** The band of the working days since it was opened; an opening outside the calendar has none. */
  static String age(Duty duty, LocalDate end) {
    String days = "working_days_between(" + duty.opened() + ", date'" + end + "')";
    return "case when "
        + days
        + " <= 5 then '"
        + AgeBand.UP_TO_5.value()
        + "' when "
        + days
        + " <= 15 then '"
        + AgeBand.UP_TO_15.value()
        + "' when "
        + days
        + " > 15 then '"
        + AgeBand.OVER_15.value()
        + "' end";
  }
}
