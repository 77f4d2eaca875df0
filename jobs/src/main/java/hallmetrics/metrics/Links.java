package hallmetrics.metrics;

import hallmetrics.catalogue.Derived;
import hallmetrics.daily.CountedRows;
import hallmetrics.ledger.LedgerColumns;
import hallmetrics.ledger.View;
import hallmetrics.schema.TableSchema;
import hallmetrics.sql.SqlNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Finds for each row of a derived table's base the row of the other table that answers it: by the
 * first condition that finds one, of several the greatest by the table's {@code pick}.
 *
 * @param months origins of the other table in which an answer may stand
 * @param named names used of the joined row, the others may be missing; {@code *} for all
 */
record Links(
    View view,
    Derived derived,
    TableSchema other,
    Collection<String> months,
    Collection<String> named) {
  private static final String JOINED = "j";

  /** Every row that counts of the other table, as the struct {@code j}. */
  Dataset<Row> all() {
    return joined(view.latest(other.name(), months));
  }

  /**
   * Of the other table only the keys of which some version answers one of a few base rows: all
   * others need not be sorted by version. Which version counts is found afterwards.
   */
  Dataset<Row> answering(Dataset<Row> base) {
    Dataset<Row> few = functions.broadcast(base.select(ofBase(base)));
    return joined(view.latest(other.name(), months, versions -> answering(withKey(versions), few)));
  }

  private Dataset<Row> answering(Dataset<Row> versions, Dataset<Row> base) {
    return derived.on().stream()
        .map(condition -> versions.join(base, functions.expr(condition), "left_semi"))
        .reduce(Dataset::union)
        .orElseThrow();
  }

  private Column[] ofBase(Dataset<Row> base) {
    Set<String> asked = new TreeSet<>();
    derived.on().forEach(condition -> asked.addAll(SqlNames.of(condition)));
    return Stream.of(base.columns())
        .filter(asked::contains)
        .map(functions::col)
        .toArray(Column[]::new);
  }

  /** Base rows with their answer in {@code j}, null where there is none. */
  Dataset<Row> of(Dataset<Row> base, Dataset<Row> others) {
    Dataset<Row> links =
        candidates(base, others)
            .groupBy("link_origin", "link_key")
            .agg(functions.max_by(functions.col(JOINED), functions.col("link_order")).as(JOINED));
    Column same =
        functions
            .col(LedgerColumns.ORIGIN)
            .equalTo(functions.col("link_origin"))
            .and(functions.col(LedgerColumns.RECORD_KEY).equalTo(functions.col("link_key")));
    return base.join(links, same, "left").drop("link_origin", "link_key");
  }

  private Dataset<Row> candidates(Dataset<Row> base, Dataset<Row> others) {
    Column near = functions.expr("abs(datediff(j.event_date, event_date)) <= " + derived.within());
    List<Dataset<Row>> all = new ArrayList<>();
    for (int i = 0; i < derived.on().size(); i++) {
      List<Column> order = new ArrayList<>();
      order.add(functions.lit(-i).as("condition"));
      derived.pick().forEach(pick -> order.add(functions.expr(pick).as("by" + order.size())));
      all.add(
          base.join(others, functions.expr("(" + derived.on().get(i) + ")").and(near), "inner")
              .select(
                  functions.col(LedgerColumns.ORIGIN).as("link_origin"),
                  functions.col(LedgerColumns.RECORD_KEY).as("link_key"),
                  functions.struct(order.toArray(Column[]::new)).as("link_order"),
                  functions.col(JOINED)));
    }
    return all.stream().reduce(Dataset::union).orElseThrow();
  }

  private Dataset<Row> joined(Dataset<Row> rows) {
    return CountedRows.computed(rows, other).select(answer());
  }

  private Dataset<Row> withKey(Dataset<Row> versions) {
    return CountedRows.computed(versions, other)
        .select(answer(), functions.col(LedgerColumns.RECORD_KEY));
  }

  private Column answer() {
    Set<String> columns = new TreeSet<>(DerivedRows.columns(other));
    columns.removeIf(name -> !named.contains("*") && !named.contains(JOINED + "." + name));
    return functions.struct(columns.stream().map(functions::col).toArray(Column[]::new)).as(JOINED);
  }
}
