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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Duties open at the end of a span, read from the ledger: stocks do not add over days. */
final class Stocks {
  static final String AGE = "age";
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

  /** The span whose number a stock at the end of another is kept under: its last day alone. */
  static Span end(Span span, LocalDate asOf) {
    LocalDate end = span.last().isAfter(asOf) ? asOf : span.last();
    return new Span(end, end);
  }

  /**
   * The stocks of some definitions at the ends of their spans, each table read once.
   *
   * @param recent spans of figures
   * @param past spans only signals are made of: no splits
   */
  List<Dataset<Row>> of(Map<Metric, Set<Span>> recent, Map<Metric, Set<Span>> past) {
    Map<String, SortedMap<LocalDate, Set<Metric>>> byTable = new TreeMap<>();
    Set<Taken> split = taken(recent);
    Set<Taken> all = new LinkedHashSet<>(split);
    all.addAll(taken(past));
    for (Taken one : all) {
      byTable
          .computeIfAbsent(one.metric().numerator(), table -> new TreeMap<>())
          .computeIfAbsent(one.end(), end -> new LinkedHashSet<>())
          .add(one.metric());
    }
    List<Dataset<Row>> counts = new ArrayList<>();
    byTable.forEach((table, byEnd) -> counts.add(counts(table, byEnd, split)));
    return counts;
  }

  /** A stock at the end of a day: figures know nothing after their own day. */
  private record Taken(Metric metric, LocalDate end) {}

  private Set<Taken> taken(Map<Metric, Set<Span>> versions) {
    Set<Taken> taken = new LinkedHashSet<>();
    versions.forEach(
        (metric, spans) -> {
          if (metric.kind() == MetricKind.STOCK) {
            spans.forEach(span -> taken.add(new Taken(metric, end(span, request.asOf()).last())));
          }
        });
    return taken;
  }

  private Dataset<Row> counts(
      String table, SortedMap<LocalDate, Set<Metric>> byEnd, Set<Taken> split) {
    Duty duty = duty(request.catalogue(), table);
    List<Span> ends = byEnd.keySet().stream().map(end -> new Span(end, end)).toList();
    Dataset<Row> rows = new DerivedRows(request, ends).meeting(table, openAtSome(duty, byEnd));
    Map<String, String> splits = new HashMap<>(request.catalogue().splits(table));
    List<Measure> measures = new ArrayList<>();
    Column slot = functions.lit(null).cast("int");
    for (Map.Entry<LocalDate, Set<Metric>> one : byEnd.entrySet()) {
      LocalDate end = one.getKey();
      splits.put(AGE + end, age(duty, end));
      for (Metric metric : one.getValue()) {
        measures.add(
            measure(
                metric, duty, end, request.lookBackDays(), split.contains(new Taken(metric, end))));
      }
      int number = slots.whole(new Span(end, end));
      slot = functions.when(functions.col("day").equalTo(end), number).otherwise(slot);
    }
    Column age = functions.col("split").startsWith(AGE);
    return new CountedRows(session, request.catalogue(), request.registers())
        .of(table, measures, splits, rows)
        .select(
            functions.col("measure"),
            functions.col("scope"),
            functions.col("scope_id"),
            functions.when(age, AGE).otherwise(functions.col("split")).as("split"),
            functions.col("split_value"),
            slot.as("slot"),
            functions.col("n"),
            functions.col("x"));
  }

  private String openAtSome(Duty duty, SortedMap<LocalDate, Set<Metric>> byEnd) {
    return byEnd.keySet().stream()
        .map(
            end ->
                "(" + open(duty, endOf(end)) + " and " + begun(end, request.lookBackDays()) + ")")
        .collect(Collectors.joining(" or "));
  }

  private static String begun(LocalDate end, int lookBackDays) {
    return LedgerColumns.EVENT_DATE + " > date'" + end.minusDays(lookBackDays) + "'";
  }

  /** A stock at the end of a day as a measure counted on that day. */
  static Measure measure(Metric metric, Duty duty, LocalDate end, int lookBackDays, boolean split) {
    String moment = endOf(end);
    String due = "(" + duty.due() + ")";
    String state =
        switch (Objects.requireNonNullElse(metric.stock(), "ALL")) {
          case "OVERDUE" -> " and " + due + " <= " + moment;
          case "IN_TIME" -> " and (" + due + " is null or " + due + " > " + moment + ")";
          default -> "";
        };
    List<String> splits =
        metric.splits().stream().map(one -> one.equals(AGE) ? AGE + end : one).toList();
    return new Measure(
        name(metric),
        metric.numerator(),
        open(duty, moment) + state + " and " + begun(end, lookBackDays),
        "date'" + end + "'",
        null,
        split ? splits : List.of(),
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
