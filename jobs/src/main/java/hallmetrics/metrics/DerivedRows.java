package hallmetrics.metrics;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Derived;
import hallmetrics.catalogue.Measure;
import hallmetrics.daily.CountedRows;
import hallmetrics.ledger.LedgerColumns;
import hallmetrics.ledger.View;
import hallmetrics.schema.Computed;
import hallmetrics.schema.TableSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

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

  DerivedRows(MetricsRequest request, Collection<Span> spans) {
    this(request.view(), request.catalogue(), spans, request.lookBackDays());
  }

  /**
   * The rows for some spans.
   *
   * @param lookBack how many days back a row may have begun that still counts or is open
   */
  DerivedRows(View view, Catalogue catalogue, Collection<Span> spans, int lookBack) {
    this.view = view;
    this.catalogue = catalogue;
    this.spans = spans;
    this.lookBack = lookBack;
  }

  /** The rows of a table or derived table. */
  Dataset<Row> of(String table) {
    Derived derived = catalogue.derived().get(table);
    if (derived == null) {
      return CountedRows.computed(view.latest(table, months(0)), schema(table));
    }
    TableSchema base = schema(derived.base());
    Column where = functions.expr(derived.where());
    Dataset<Row> latest =
        view.latest(base.name(), months(0), rows -> CountedRows.computed(rows, base).where(where));
    Dataset<Row> rows = CountedRows.computed(latest, base).where(where);
    Dataset<Row> linked = derived.join() == null ? rows : linked(rows, derived);
    for (Computed column : derived.computed()) {
      linked = linked.withColumn(column.name(), functions.expr(column.sql()));
    }
    return linked;
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

  /** Each row with the other table's row that answers it, by the first condition that finds one. */
  private Dataset<Row> linked(Dataset<Row> base, Derived derived) {
    TableSchema other = schema(Objects.requireNonNull(derived.join()));
    Dataset<Row> others =
        CountedRows.computed(view.latest(other.name(), months(derived.within())), other)
            .select(functions.struct("*").as(JOINED));
    Dataset<Row> links =
        candidates(base, others, derived)
            .groupBy("link_origin", "link_key")
            .agg(functions.max_by(functions.col(JOINED), functions.col("link_order")).as(JOINED));
    Column same =
        functions
            .col(LedgerColumns.ORIGIN)
            .equalTo(functions.col("link_origin"))
            .and(functions.col(LedgerColumns.RECORD_KEY).equalTo(functions.col("link_key")));
    return base.join(links, same, "left").drop("link_origin", "link_key");
  }

  private static Dataset<Row> candidates(Dataset<Row> base, Dataset<Row> others, Derived derived) {
    Column near = functions.expr("abs(datediff(j.event_date, event_date)) <= " + derived.within());
    Dataset<Row> all = null;
    for (int i = 0; i < derived.on().size(); i++) {
      List<Column> order = new ArrayList<>();
      order.add(functions.lit(-i).as("condition"));
      derived.pick().forEach(pick -> order.add(functions.expr(pick).as("by" + order.size())));
      Dataset<Row> found =
          base.join(others, functions.expr("(" + derived.on().get(i) + ")").and(near), "inner")
              .select(
                  functions.col(LedgerColumns.ORIGIN).as("link_origin"),
                  functions.col(LedgerColumns.RECORD_KEY).as("link_key"),
                  functions.struct(order.toArray(Column[]::new)).as("link_order"),
                  functions.col(JOINED));
      all = all == null ? found : all.union(found);
    }
    return Objects.requireNonNull(all, derived.name());
  }
}
