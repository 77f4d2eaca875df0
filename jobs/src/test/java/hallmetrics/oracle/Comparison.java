package hallmetrics.oracle;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lays an edition beside the recomputation: what differs, row by row and column by column. */
final class Comparison {

  /** One cell that differs, or a row that only one side has (column {@code row}). */
  record Difference(
      String table, String column, String metric, String place, String ours, String theirs) {

    @Override
    public String toString() {
      return table + " " + metric + " " + place + " " + column + ": " + ours + " ≠ " + theirs;
    }
  }

  private static final int SHOWN = 5;

  private static final List<String> METRIC_COLUMNS =
      List.of(
          "period",
          "grain",
          "kind",
          "unit",
          "scope_name",
          "numerator",
          "denominator",
          "sufficient",
          "state",
          "comparable",
          "as_of");

  private static final List<String> METRIC_NUMBERS =
      List.of("value", "low", "high", "target", "previous", "year_ago");

  private static final List<String> RANKING_COLUMNS =
      List.of("period", "scope_name", "rank", "rank_of", "tied", "unranked_reason");

  private final OracleDatabase database;

  private Comparison(OracleDatabase database) {
    this.database = database;
  }

  /** All differences between the recomputation and the edition in a folder. */
  static List<Difference> of(OracleDatabase database, Path edition) throws SQLException {
    database.set("edition", edition.toString());
    database.run("90_compare");
    Comparison comparison = new Comparison(database);
    List<Difference> differences = new ArrayList<>();
    differences.addAll(comparison.missing("metrics", "pair"));
    for (String column : METRIC_COLUMNS) {
      String differs = "o." + column + " is distinct from e." + column;
      differences.addAll(comparison.unequal("metrics", "pair", column, differs));
    }
    for (String column : METRIC_NUMBERS) {
      String differs = "not same_number(o." + column + ", e." + column + ")";
      differences.addAll(comparison.unequal("metrics", "pair", column, differs));
    }
    differences.addAll(comparison.directions());
    differences.addAll(comparison.missing("rankings", "rank_pair"));
    for (String column : RANKING_COLUMNS) {
      String differs = "o." + column + " is distinct from e." + column;
      differences.addAll(comparison.unequal("rankings", "rank_pair", column, differs));
    }
    return differences;
  }

  private List<Difference> missing(String table, String pairs) throws SQLException {
    return differences(
        table,
        "row",
        "select metric, place, if(o is null, 'no row', 'row'), if(e is null, 'no row', 'row') from "
            + pairs
            + " where o is null or e is null order by all");
  }

  private List<Difference> unequal(String table, String pairs, String column, String differs)
      throws SQLException {
    return differences(
        table,
        column,
        "select metric, place, o.%1$s::varchar, e.%1$s::varchar from %2$s".formatted(column, pairs)
            + " where o is not null and e is not null and "
            + differs
            + " order by all");
  }

  private List<Difference> directions() throws SQLException {
    return differences(
        "metrics",
        "direction",
        "select metric, place, side, e.signal || ' ' || e.direction from pair"
            + " where o is not null and e is not null and side is distinct from e.direction"
            + " order by all");
  }

  private List<Difference> differences(String table, String column, String sql)
      throws SQLException {
    List<Difference> differences = new ArrayList<>();
    for (List<String> row : database.rows(sql)) {
      differences.add(
          new Difference(table, column, row.get(0), row.get(1), row.get(2), row.get(3)));
    }
    return differences;
  }

  /** The first few of each metric and column, with how many there are. */
  static String shown(List<Difference> differences) {
    Map<String, List<Difference>> groups = new TreeMap<>();
    for (Difference difference : differences) {
      groups
          .computeIfAbsent(
              difference.table() + " " + difference.metric() + " " + difference.column(),
              group -> new ArrayList<>())
          .add(difference);
    }
    StringBuilder text = new StringBuilder();
    text.append(differences.size()).append(" differences (computed here ≠ edition)\n");
    groups.forEach(
        (group, members) -> {
          text.append(group).append(": ").append(members.size()).append('\n');
          for (Difference difference : members.subList(0, Math.min(SHOWN, members.size()))) {
            text.append("    ").append(difference).append('\n');
          }
        });
    return text.toString();
  }
}
