package hallmetrics.query;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.daily.CountedRows;
import hallmetrics.ledger.RunRecord;
import hallmetrics.ledger.Store;
import hallmetrics.ledger.View;
import hallmetrics.metrics.DerivedTables;
import hallmetrics.run.Workplace;
import hallmetrics.schema.TableSchema;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/**
 * The views a query may name. All of the store are pinned to one decided run, however long the
 * query takes; each is made only when it is asked for.
 */
final class Shelf {
  private final Map<String, Supplier<Dataset<Row>>> views = new LinkedHashMap<>();

  Shelf(SparkSession session, Workplace workplace, Store store, RunRecord run) {
    View view = store.view(run);
    views.put("daily", view::daily);
    views.put("runs", () -> store.runsUntil(run));
    views.put("deliveries", () -> newest(view.deliveries()));
    views.put("fates", view::fates);
    views.put("quarantine", view::quarantine);
    if (!workplace.store().remote()) {
      editions(new EditionTables(session, workplace.store().folder()));
    }
    ledger(workplace.site().catalogue(), view);
    DerivedTables derived = new DerivedTables(view, workplace.site().catalogue(), run.asOf());
    for (String table : workplace.site().catalogue().derived().keySet()) {
      views.putIfAbsent(table, () -> derived.of(table));
    }
  }

  /** A site's table that takes the name of one of ours is reached as ledger_<name>. */
  private void ledger(Catalogue catalogue, View view) {
    for (TableSchema table : catalogue.tables().values()) {
      String name = views.containsKey(table.name()) ? "ledger_" + table.name() : table.name();
      views.put(name, () -> CountedRows.computed(view.latest(table.name()), table));
    }
  }

  private void editions(EditionTables tables) {
    views.put("editions", tables::list);
    for (String table : EditionTables.TABLES.keySet()) {
      views.put("edition_" + table, () -> tables.current(table));
      views.put("edition_" + table + "_all", () -> tables.all(table));
    }
  }

  /** Of each delivery the newest row: a file read again was refused or withdrawn before. */
  private static Dataset<Row> newest(Dataset<Row> deliveries) {
    return deliveries
        .withColumn(
            "newest",
            functions
                .row_number()
                .over(
                    Window.partitionBy("sha256")
                        .orderBy(functions.col("run").desc(), functions.col("name").desc())))
        .where("newest = 1")
        .drop("newest");
  }

  Set<String> names() {
    return views.keySet();
  }

  /** Makes a view known to the session under its name and answers its columns. */
  List<String> register(String name) {
    Dataset<Row> rows = view(name);
    rows.createOrReplaceTempView(name);
    return Arrays.asList(rows.columns());
  }

  /** The columns of a view with their types. */
  List<String> columns(String name) {
    return Arrays.stream(view(name).schema().fields())
        .map(field -> field.name() + " " + field.dataType().simpleString())
        .toList();
  }

  private Dataset<Row> view(String name) {
    return Objects.requireNonNull(views.get(name), name).get();
  }
}
