package hallmetrics.metrics;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Measure;
import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.MetricKind;
import hallmetrics.daily.CountedRows;
import hallmetrics.ledger.LedgerColumns;
import hallmetrics.schema.Duty;
import hallmetrics.schema.Place;
import hallmetrics.schema.TableSchema;
import hallmetrics.sql.PlaceFunctions;
import hallmetrics.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * The way back from a figure: which rows of the ledger it counts. Found from the same definitions,
 * days and places as the figure itself, but row by row instead of from sums.
 */
public final class FigureRows {
  /** The day a row counts on. */
  public static final String COUNTED_ON = "counted_on";

  /** What a row adds to a sum, or its working days, as decimal; null where rows are counted. */
  public static final String ADDS = "adds";

  private final MetricsRequest request;
  private final Catalogue catalogue;
  private final Definitions definitions;

  /**
   * The rows behind figures of one request.
   *
   * @param session a session that has the product's SQL functions
   */
  public FigureRows(SparkSession session, MetricsRequest request) {
    this.request = request;
    this.catalogue = request.catalogue();
    this.definitions = new Definitions(request);
    PlaceFunctions.register(session, request.registers());
  }

  /**
   * What one definition of a metric counts on one of its sides.
   *
   * @param metric the definition, in force from {@code first} to {@code last}
   * @param numerator whether this is the numerator's side
   * @param measure what is counted; a stock's is what was open at the end of {@code last}
   * @param table the ledger table or derived table it counts on
   * @param rows one a counted row, with all columns of the table, {@link #COUNTED_ON} and {@link
   *     #ADDS}
   */
  public record Side(
      Metric metric,
      LocalDate first,
      LocalDate last,
      boolean numerator,
      Measure measure,
      String table,
      Dataset<Row> rows) {}

  /**
   * Which cell of a metric.
   *
   * @param id stable id of the place; empty for ALL
   * @param split empty for the unsplit figure
   */
  public record At(String scope, String id, String split, String value) {}

  /** The scopes a metric is counted in. */
  public List<String> scopes(Metric metric) {
    Place place = catalogue.place(definitions.table(metric));
    return metric.kind() == MetricKind.SCORE ? List.of(Places.stated(place)) : Places.scopes(place);
  }

  /**
   * The sides of a figure, numerators first; a definition that changes within the period has sides
   * of its own. Empty where the metric is not in force, or not judged yet.
   */
  public List<Side> of(String metric, Period period, At at) {
    Defined defined = definitions.of(metric, period);
    if (defined == null) {
      return List.of();
    }
    List<Side> numerators = new ArrayList<>();
    List<Side> denominators = new ArrayList<>();
    for (Defined.Part part : parts(defined)) {
      numerators.add(side(part, true, period, at));
      boolean divided = part.metric().kind() != MetricKind.QUANTILE;
      if (divided && part.metric().denominator() != null) {
        denominators.add(side(part, false, period, at));
      }
    }
    numerators.addAll(denominators);
    return numerators;
  }

  /** A stock is what is open at the end of the last definition's days. */
  private static List<Defined.Part> parts(Defined defined) {
    List<Defined.Part> parts = defined.parts();
    boolean last = defined.metric().kind() == MetricKind.STOCK && !parts.isEmpty();
    return last ? parts.subList(parts.size() - 1, parts.size()) : parts;
  }

  private Side side(Defined.Part part, boolean numerator, Period period, At at) {
    Metric metric = part.metric();
    Span span = part.span();
    Measure measure = measure(metric, numerator, span);
    Dataset<Row> rows = counted(rows(metric, measure, span), measure, span);
    if (metric.kind() == MetricKind.QUANTILE) {
      rows = rows.where("(" + measure.days() + ") is not null");
    }
    boolean whole = !numerator && at.split().equals(metric.shareBy());
    if (!at.split().isEmpty() && !whole) {
      rows = rows.where(split(metric, measure, at.split(), span).equalTo(at.value()));
    }
    boolean itself = metric.kind() == MetricKind.SCORE;
    LocalDate day = measure.distinct() == null ? period.last() : span.last();
    return new Side(
        metric,
        span.first(),
        span.last(),
        numerator,
        measure,
        measure.table(),
        rows.where(placed(catalogue.place(measure.table()), at, day, itself)));
  }

  private Measure measure(Metric metric, boolean numerator, Span span) {
    if (metric.kind() == MetricKind.STOCK) {
      Duty duty = Stocks.duty(catalogue, metric.numerator());
      return Stocks.measure(metric, duty, end(span), request.lookBackDays(), false);
    }
    String name = numerator ? metric.numerator() : Objects.requireNonNull(metric.denominator());
    return catalogue.existingMeasure(name);
  }

  private LocalDate end(Span span) {
    return Stocks.end(span, request.asOf()).last();
  }

  /** Rows that may count; those of a measure kept in daily from the months daily names. */
  private Dataset<Row> rows(Metric metric, Measure measure, Span span) {
    if (metric.kind() == MetricKind.STOCK) {
      LocalDate end = end(span);
      LocalDate begun = end.minusDays(request.lookBackDays());
      return new DerivedRows(request, Set.of(new Span(end, end)))
          .of(measure.table())
          .where(functions.col(LedgerColumns.EVENT_DATE).gt(functions.lit(begun)));
    }
    if (!catalogue.inDaily(measure)) {
      DerivedRows derived = new DerivedRows(request, Set.of(span));
      return derived.of(measure.table()).where("(" + derived.bounded(measure).where() + ")");
    }
    TableSchema table = catalogue.existingTable(measure.table());
    return CountedRows.computed(request.view().latest(table.name(), months(measure, span)), table);
  }

  private Set<String> months(Measure measure, Span span) {
    Set<String> months = new TreeSet<>();
    request
        .view()
        .daily()
        .where(functions.col("table").equalTo(measure.table()))
        .where(functions.col("measure").equalTo(measure.name()))
        .where(functions.col("scope").equalTo(Places.ALL))
        .where(functions.col("split").equalTo(""))
        .where(functions.col("day").between(span.first(), span.last()))
        .select("origin")
        .distinct()
        .collectAsList()
        .forEach(row -> months.add(row.getString(0)));
    return months;
  }

  private static Dataset<Row> counted(Dataset<Row> rows, Measure measure, Span span) {
    Column day = functions.expr("local_day(" + measure.on() + ")");
    String sum = measure.sum() == null ? measure.days() : measure.sum();
    Column adds = functions.expr(sum == null ? "null" : "(" + sum + ")").cast("decimal(38,6)");
    return rows.where("(" + measure.where() + ")")
        .withColumn(COUNTED_ON, day)
        .withColumn(ADDS, adds)
        .where(functions.col(COUNTED_ON).between(span.first(), span.last()));
  }

  /** The value of a split as counting names it. */
  private Column split(Metric metric, Measure measure, String split, Span span) {
    boolean age = metric.kind() == MetricKind.STOCK && split.equals(Stocks.AGE);
    String sql =
        age
            ? Stocks.age(Stocks.duty(catalogue, measure.table()), end(span))
            : catalogue.splits(measure.table()).getOrDefault(split, split);
    return functions.coalesce(
        functions.expr("(" + sql + ")").cast("string"), functions.lit(Places.NONE));
  }

  private static Column placed(Place place, At at, LocalDate day, boolean itself) {
    Column wanted = functions.lit(at.id());
    return switch (at.scope()) {
      case "REGION" -> region(place, at.id(), day, itself);
      case "ORG" -> functions.expr("place_org(" + place.org() + ", event_date)").equalTo(wanted);
      case "HALL" -> functions.expr("place_hall(" + place.hall() + ", event_date)").equalTo(wanted);
      case "WINDOW" ->
          functions.expr("place_window(" + place.window() + ", event_date)").equalTo(wanted);
      case "ITEM" ->
          functions
              .coalesce(functions.expr(place.item()), functions.lit(Places.NONE))
              .equalTo(wanted);
      default -> functions.lit(true);
    };
  }

  private static Column region(Place place, String id, LocalDate day, boolean itself) {
    String own =
        "place_region("
            + text(place.region())
            + ", "
            + text(place.regionOfOrg() ? place.org() : null)
            + ", event_date)";
    return itself
        ? functions.expr(own).equalTo(id)
        : functions.array_contains(
            functions.expr("place_region_path(" + own + ", date'" + day + "')"), id);
  }

  private static String text(@Nullable String column) {
    return column == null ? "cast(null as string)" : column;
  }
}
