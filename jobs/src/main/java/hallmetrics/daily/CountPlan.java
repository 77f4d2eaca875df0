package hallmetrics.daily;

import hallmetrics.catalogue.Measure;
import hallmetrics.ledger.LedgerColumns;
import hallmetrics.schema.Place;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * Which columns counting reads from a row of a table, and where they stand: origin, event date, the
 * five columns of its place, then for each group its day, its answers as one number, its sums and
 * its cuts.
 */
record CountPlan(String table, Place place, List<CountGroup> groups) implements Serializable {
  static final int ORIGIN = 0;
  static final int EVENT_DATE = 1;

  /** Column of the region's code; those of org, hall, window and item follow. */
  static final int REGION = 2;

  private static final int FIRST_GROUP = 7;

  /**
   * The rows themselves by event date and source, counted beside the measures: what was received is
   * seen from them. The name is none a catalogue can give.
   */
  static final Measure ROWS =
      new Measure(
          DailyJob.ROWS,
          "",
          "true",
          LedgerColumns.EVENT_DATE,
          null,
          List.of(LedgerColumns.SOURCE),
          null,
          null,
          "",
          0);

  static CountPlan of(
      String table, Place place, Map<String, String> splits, List<Measure> measures) {
    return new CountPlan(table, place, CountGroup.of(measures, splits, Scope.of(place)));
  }

  /** The same, and the rows counted beside them. */
  CountPlan withRows() {
    Set<Scope> scopes = Scope.of(place);
    scopes.retainAll(EnumSet.of(Scope.ALL, Scope.REGION, Scope.HALL));
    Map<String, String> bySource = Map.of(LedgerColumns.SOURCE, LedgerColumns.SOURCE);
    List<CountGroup> all = new ArrayList<>(groups);
    all.addAll(CountGroup.of(List.of(ROWS), bySource, scopes));
    return new CountPlan(table, place, all);
  }

  /** Where the columns of a group begin. */
  int first(int group) {
    int first = FIRST_GROUP;
    for (int g = 0; g < group; g++) {
      first += groups.get(g).width();
    }
    return first;
  }

  /** The columns counting reads, to be selected from rows that have the computed columns. */
  List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(functions.col(LedgerColumns.ORIGIN));
    columns.add(functions.col(LedgerColumns.EVENT_DATE));
    columns.add(text(place.region()).as("region"));
    columns.add(text(place.org()).as("org"));
    columns.add(text(place.hall()).as("hall"));
    columns.add(text(place.window()).as("window"));
    columns.add(text(place.item()).as("item"));
    for (int g = 0; g < groups.size(); g++) {
      add(columns, groups.get(g), "_" + g + "_");
    }
    return columns;
  }

  private static void add(List<Column> columns, CountGroup group, String name) {
    columns.add(functions.expr("local_day(" + group.on() + ")").as("day" + name));
    columns.add(answers(group).as("answers" + name));
    for (String sum : group.sums()) {
      columns.add(
          functions.expr("(" + sum + ")").cast("decimal(38,6)").as("sum" + name + columns.size()));
    }
    for (CountGroup.Cut cut : group.cuts()) {
      columns.add(text(cut.sql()).as("cut" + name + columns.size()));
    }
  }

  /** A bit for each measure whose predicate is true; a null predicate is false. */
  private static Column answers(CountGroup group) {
    Column bits = functions.lit(0L);
    for (int m = 0; m < group.measures().size(); m++) {
      Column holds = functions.expr("(" + group.measures().get(m).where() + ")");
      Column bit = functions.when(holds, functions.lit(1L << m)).otherwise(0L);
      bits = m == 0 ? bit : bits.bitwiseOR(bit);
    }
    return bits;
  }

  private static Column text(@Nullable String sql) {
    return sql == null
        ? functions.lit(null).cast("string")
        : functions.expr("(" + sql + ")").cast("string");
  }
}
