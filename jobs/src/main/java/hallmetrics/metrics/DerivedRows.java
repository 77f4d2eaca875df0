package hallmetrics.metrics;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Derived;
import hallmetrics.catalogue.Measure;
import hallmetrics.daily.CountedRows;
import hallmetrics.ledger.LedgerColumns;
import hallmetrics.ledger.View;
import hallmetrics.schema.Computed;
import hallmetrics.schema.Duty;
import hallmetrics.schema.TableSchema;
import hallmetrics.sql.SqlNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a derived table, or of a ledger table with its computed columns, that can count in some
 * spans. The joined row stands in the column {@code j}, null where none is linked.
 */
final class DerivedRows {
  /** How far before its event a row may count (a case applied for before it was accepted). */
  private static final int AHEAD = 62;

  private static final String JOINED = "j";

  private final View view;
  private final Catalogue catalogue;
  private final Collection<Span> spans;
  private final int lookBack;
  private final UnaryOperator<Dataset<Row>> keeping;

  DerivedRows(MetricsRequest request, Collection<Span> spans) {
    this(request, spans, UnaryOperator.identity());
  }

  /**
   * The rows for some spans.
   *
   * @param keeping keeps rows that are asked for several times, for whoever lets them go again
   */
  DerivedRows(MetricsRequest request, Collection<Span> spans, UnaryOperator<Dataset<Row>> keeping) {
    this(request.view(), request.catalogue(), spans, request.lookBackDays(), keeping);
  }

  /**
   * The rows for some spans.
   *
   * @param lookBack how many days back a row may have begun that still counts or is open
   */
  DerivedRows(View view, Catalogue catalogue, Collection<Span> spans, int lookBack) {
    this(view, catalogue, spans, lookBack, UnaryOperator.identity());
  }

  /** The same, with who keeps rows that are asked for several times. */
  DerivedRows(
      View view,
      Catalogue catalogue,
      Collection<Span> spans,
      int lookBack,
      UnaryOperator<Dataset<Row>> keeping) {
    this.view = view;
    this.catalogue = catalogue;
    this.spans = spans;
    this.lookBack = lookBack;
    this.keeping = keeping;
  }

  /** All rows of a table or derived table. */
  Dataset<Row> of(String table) {
    return rows(table, null, List.of("*"));
  }

  /**
   * The rows of a table or derived table; those no measure can count in the spans may be missing.
   */
  Dataset<Row> of(String table, Collection<Measure> measures) {
    Set<String> known = columns(schema(base(table)));
    early(table).forEach(column -> known.add(column.name()));
    Set<String> days = new TreeSet<>();
    measures.forEach(measure -> days.add(measure.on()));
    boolean pays = 2L * Spans.months(spans, 0, 0).size() < months(0).size();
    if (!pays || !days.stream().allMatch(day -> known.containsAll(SqlNames.of(day)))) {
      return rows(table, null, named(table));
    }
    String counted =
        days.stream()
            .flatMap(day -> Spans.joined(spans).stream().map(span -> within(day, span)))
            .collect(Collectors.joining(" or "));
    return rows(table, rows -> rows.where(counted), named(table));
  }

  private static String within(String day, Span span) {
    return "local_day("
        + day
        + ") between date'"
        + span.first()
        + "' and date'"
        + span.last()
        + "'";
  }

  /**
   * The rows of a table or derived table that meet a condition.
   *
   * @param condition may name what is joined
   */
  Dataset<Row> meeting(String table, String condition) {
    return catalogue.derived().containsKey(table)
        ? rows(table, null, named(table)).where(condition)
        : rows(table, rows -> rows.where(condition), Set.of());
  }

  /**
   * The rows of which the base meets a condition.
   *
   * @param narrowing keeps rows by columns of the base and {@link #early} ones; null keeps all
   * @param named names used of the joined row, the others may be missing
   */
  private Dataset<Row> rows(
      String table, @Nullable UnaryOperator<Dataset<Row>> narrowing, Collection<String> named) {
    TableSchema base = schema(base(table));
    Derived derived = catalogue.derived().get(table);
    UnaryOperator<Dataset<Row>> candidates =
        rows -> {
          Dataset<Row> wider = CountedRows.computed(rows, base);
          if (derived != null) {
            wider = with(wider.where(derived.where()), early(table));
          }
          return narrowing == null ? wider : narrowing.apply(wider);
        };
    boolean all = derived == null && narrowing == null;
    Dataset<Row> latest =
        all ? view.latest(table, months(0)) : view.latest(base.name(), months(0), candidates);
    Dataset<Row> rows = candidates.apply(latest);
    if (derived == null) {
      return rows;
    }
    if (derived.join() == null) {
      return with(rows, derived.computed());
    }
    Links links = new Links(view, derived, schema(derived.join()), months(derived.within()), named);
    Dataset<Row> few = rows.select(asked(rows, named));
    // asked for once by each condition and once more for those without an answer; a whole table
    // with one condition is sooner read twice than kept
    boolean pays = narrowing != null || derived.on().size() > 1;
    Dataset<Row> kept = pays ? keeping.apply(few) : few;
    Dataset<Row> others = narrowing == null ? links.all() : links.answering(kept);
    return with(links.of(kept, others), derived.computed());
  }

  private static Column[] asked(Dataset<Row> rows, Collection<String> named) {
    return Stream.of(rows.columns())
        .filter(
            name -> named.contains("*") || named.contains(name) || LedgerColumns.ALL.contains(name))
        .map(functions::col)
        .toArray(Column[]::new);
  }

  static Set<String> columns(TableSchema table) {
    Set<String> columns = new TreeSet<>(LedgerColumns.ALL);
    table.fields().forEach(field -> columns.add(field.name()));
    table.computed().forEach(column -> columns.add(column.name()));
    return columns;
  }

  private static Dataset<Row> with(Dataset<Row> rows, List<Computed> columns) {
    Dataset<Row> wider = rows;
    for (Computed column : columns) {
      wider = wider.withColumn(column.name(), functions.expr(column.sql()));
    }
    return wider;
  }

  private String base(String table) {
    Derived derived = catalogue.derived().get(table);
    return derived == null ? table : derived.base();
  }

  /** The computed columns of a derived table that need nothing of the joined row. */
  private List<Computed> early(String table) {
    Derived derived = catalogue.derived().get(table);
    List<Computed> early = new ArrayList<>();
    Set<String> known = columns(schema(base(table)));
    for (Computed column : derived == null ? List.<Computed>of() : derived.computed()) {
      if (known.containsAll(SqlNames.of(column.sql()))) {
        early.add(column);
        known.add(column.name());
      }
    }
    return early;
  }

  private TableSchema schema(String table) {
    return Objects.requireNonNull(catalogue.tables().get(table), table);
  }

  private Set<String> months(int further) {
    return Spans.months(spans, lookBack + further, AHEAD + further);
  }

  /**
   * The same measure, counting only rows whose event lies within reach of the day they count on:
   * what a figure is made of must not depend on what else is asked.
   */
  Measure bounded(Measure measure) {
    String distance = "datediff(local_day(" + measure.on() + "), " + LedgerColumns.EVENT_DATE + ")";
    return new Measure(
        measure.name(),
        measure.table(),
        "(" + measure.where() + ") and " + distance + " between " + -AHEAD + " and " + lookBack,
        measure.on(),
        measure.sum(),
        measure.splits(),
        measure.days(),
        measure.distinct(),
        measure.file(),
        measure.line());
  }

  /** What a derived table and its measures name: a struct carries all it holds, asked or not. */
  private Set<String> named(String table) {
    Derived derived = catalogue.derived().get(table);
    if (derived == null) {
      return Set.of();
    }
    Set<String> sql = new TreeSet<>(derived.on());
    sql.addAll(derived.pick());
    derived.computed().forEach(column -> sql.add(column.sql()));
    sql.addAll(derived.splits().values());
    sql.addAll(derived.place().columns());
    Duty duty = derived.duty();
    if (duty != null) {
      sql.addAll(List.of(duty.id(), duty.opened(), duty.due(), duty.done()));
      sql.add(Objects.requireNonNullElse(duty.drop(), duty.id()));
    }
    for (Measure measure : catalogue.measuresOf(table)) {
      Stream.of(measure.where(), measure.on(), measure.sum(), measure.days(), measure.distinct())
          .filter(Objects::nonNull)
          .forEach(sql::add);
    }
    Set<String> names = new TreeSet<>(List.of(JOINED + "." + LedgerColumns.EVENT_DATE));
    sql.forEach(one -> names.addAll(SqlNames.of(one)));
    return names;
  }
}
