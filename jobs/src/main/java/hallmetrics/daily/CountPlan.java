package hallmetrics.daily;

import hallmetrics.catalogue.Measure;
import hallmetrics.ledger.LedgerColumns;
import hallmetrics.schema.Computed;
import hallmetrics.schema.Place;
import hallmetrics.schema.TableSchema;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * Which columns counting reads from a row of a table, and where they stand: origin, event date,
 * five place columns, the splits, then for each group its day, its answers as one number, x and
 * working days.
 */
record CountPlan(String table, Place place, List<String> splits, List<CountGroup> groups)
    implements Serializable {
  static final int ORIGIN = 0;
  static final int EVENT_DATE = 1;
  static final int REGION = 2;
  static final int ORG = 3;
  static final int HALL = 4;
  static final int WINDOW = 5;
  static final int ITEM = 6;
  static final int FIRST_SPLIT = 7;
  private static final int GROUP_WIDTH = 4;

  static CountPlan of(
      String table, Place place, Map<String, String> splits, List<Measure> measures) {
    List<CountGroup> groups = CountGroup.of(measures);
    List<String> used =
        splits.keySet().stream()
            .filter(split -> groups.stream().anyMatch(group -> group.splits().contains(split)))
            .toList();
    return new CountPlan(table, place, used, groups);
  }

  int splitColumn(String split) {
    return FIRST_SPLIT + splits.indexOf(split);
  }

  int dayColumn(int group) {
    return FIRST_SPLIT + splits.size() + group * GROUP_WIDTH;
  }

  int answersColumn(int group) {
    return dayColumn(group) + 1;
  }

  int sumColumn(int group) {
    return dayColumn(group) + 2;
  }

  int daysColumn(int group) {
    return dayColumn(group) + 3;
  }

  /** The rows with the table's computed columns added, each able to use those before it. */
  static Dataset<Row> computed(Dataset<Row> rows, TableSchema schema) {
    Dataset<Row> wider = rows;
    for (Computed column : schema.computed()) {
      wider = wider.withColumn(column.name(), functions.expr(column.sql()));
    }
    return wider;
  }

  /** The columns counting reads, from rows that have the computed columns. */
  Dataset<Row> select(Dataset<Row> rows, Map<String, String> splitColumns) {
    Map<String, Column> columns = new LinkedHashMap<>();
    columns.put("origin", functions.col(LedgerColumns.ORIGIN));
    columns.put("event_date", functions.col(LedgerColumns.EVENT_DATE));
    columns.put("region", text(place.region()));
    columns.put("org", text(place.org()));
    columns.put("hall", text(place.hall()));
    columns.put("window", text(place.window()));
    columns.put("item", text(place.item()));
    for (String split : splits) {
      columns.put("split_" + split, text(Objects.requireNonNull(splitColumns.get(split))));
    }
    for (int g = 0; g < groups.size(); g++) {
      CountGroup group = groups.get(g);
      columns.put("day_" + g, functions.expr("local_day(" + group.on() + ")"));
      columns.put("answers_" + g, answers(group));
      columns.put(
          "sum_" + g,
          group.sum() == null
              ? functions.lit(null).cast("decimal(38,6)")
              : functions.expr(group.sum()).cast("decimal(38,6)"));
      columns.put(
          "days_" + g,
          group.days() == null
              ? functions.lit(null).cast("int")
              : functions.expr(group.days()).cast("int"));
    }
    List<Column> named = new ArrayList<>();
    columns.forEach((name, column) -> named.add(column.as(name)));
    return rows.select(named.toArray(Column[]::new));
  }

  /** A bit for each measure whose predicate is true; a null predicate is false. */
  private static Column answers(CountGroup group) {
    Column bits = functions.lit(0L);
    for (int i = 0; i < group.measures().size(); i++) {
      Column holds = functions.expr("(" + group.measures().get(i).where() + ")");
      bits = bits.bitwiseOR(functions.when(holds, functions.lit(1L << i)).otherwise(0L));
    }
    return bits;
  }

  private static Column text(@Nullable String column) {
    return column == null
        ? functions.lit(null).cast("string")
        : functions.expr(column).cast("string");
  }
}
