package hallmetrics.metrics;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Derived;
import hallmetrics.daily.CountedRows;
import hallmetrics.ledger.LedgerColumns;
import hallmetrics.ledger.View;
import hallmetrics.schema.Computed;
import hallmetrics.schema.TableSchema;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Rows of a derived table, or of a ledger table with its computed columns, for the months that can
 * count in the buckets asked. The joined row stands in the column {@code j}, null where none is
 * linked.
 */
final class DerivedRows {
  /** How far back a row may have begun that still counts or is open. */
  static final int LOOK_BACK_DAYS = 400;

  private static final String JOINED = "j";

  private final View view;
  private final Catalogue catalogue;
  private final LocalDate first;
  private final LocalDate last;

  DerivedRows(View view, Catalogue catalogue, Collection<Bucket> buckets) {
    this.view = view;
    this.catalogue = catalogue;
    this.first = Collections.min(buckets, Comparator.comparing(Bucket::first)).first();
    this.last = Collections.max(buckets, Comparator.comparing(Bucket::last)).last();
  }

  /** The rows of a table or derived table. */
  Dataset<Row> of(String table) {
    Derived derived = catalogue.derived().get(table);
    if (derived == null) {
      TableSchema schema = Objects.requireNonNull(catalogue.tables().get(table), table);
      return CountedRows.computed(view.latest(table, origins(0)), schema);
    }
    TableSchema base = Objects.requireNonNull(catalogue.tables().get(derived.base()));
    Dataset<Row> rows =
        CountedRows.computed(
                view.latest(
                    base.name(),
                    origins(0),
                    versions ->
                        CountedRows.computed(versions, base)
                            .where(functions.expr(derived.where()))),
                base)
            .where(functions.expr(derived.where()));
    Dataset<Row> linked = derived.join() == null ? rows : linked(rows, derived);
    for (Computed column : derived.computed()) {
      linked = linked.withColumn(column.name(), functions.expr(column.sql()));
    }
    return linked;
  }

  private Dataset<Row> linked(Dataset<Row> base, Derived derived) {
    String join = Objects.requireNonNull(derived.join());
    TableSchema other = Objects.requireNonNull(catalogue.tables().get(join));
    Dataset<Row> others =
        CountedRows.computed(view.latest(join, origins(derived.within())), other)
            .select(functions.struct("*").as(JOINED));
    Column near =
        functions.expr(
            "j.event_date between event_date and date_add(event_date, " + derived.within() + ")");
    List<Column> order = new ArrayList<>();
    Dataset<Row> links = null;
    for (int i = 0; i < derived.on().size(); i++) {
      Dataset<Row> found =
          base.join(others, functions.expr("(" + derived.on().get(i) + ")").and(near), "inner")
              .select(
                  functions.col(LedgerColumns.RECORD_KEY).as("link_key"),
                  functions.lit(-i).as("link_order"),
                  functions.col(JOINED));
      links = links == null ? found : links.union(found);
    }
    order.add(functions.col("link_order"));
    derived.pick().forEach(pick -> order.add(functions.expr(pick)));
    Dataset<Row> picked =
        Objects.requireNonNull(links)
            .groupBy("link_key")
            .agg(
                functions
                    .max_by(functions.col(JOINED), functions.struct(order.toArray(Column[]::new)))
                    .as(JOINED));
    return base.join(
            picked,
            functions.col(LedgerColumns.RECORD_KEY).equalTo(functions.col("link_key")),
            "left")
        .drop("link_key");
  }

  /** Ledger months from the look-back to the last day, and some days beyond. */
  private Collection<String> origins(int beyondDays) {
    TreeSet<String> origins = new TreeSet<>();
    YearMonth end = YearMonth.from(last.plusDays(beyondDays));
    for (YearMonth month = YearMonth.from(first.minusDays(LOOK_BACK_DAYS));
        !month.isAfter(end);
        month = month.plusMonths(1)) {
      origins.add(month.toString());
    }
    return origins;
  }
}
