package hallmetrics.edition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Compares two readings of a table whatever their order: equal rows go in pairs, what is left is
 * matched by the columns that name a row and told cell by cell.
 */
final class RowComparison<R extends Record> {
  private static final String THERE = "有";
  private static final String ABSENT = "无";

  private final String table;
  private final RecordShape<R> shape;
  private final Set<String> named;

  /**
   * @param named the columns that name a row of the table
   */
  RowComparison(String table, Class<R> type, Set<String> named) {
    this.table = table;
    this.shape = new RecordShape<>(type);
    this.named = named;
  }

  /** What differs, in the order of the published rows, then rows that were not published. */
  List<DifferenceRow> of(List<R> published, List<R> rebuilt) {
    List<R> gone = without(published, rebuilt);
    Map<String, Deque<R>> come = new LinkedHashMap<>();
    for (R row : without(rebuilt, published)) {
      come.computeIfAbsent(name(row), any -> new ArrayDeque<>()).add(row);
    }
    List<DifferenceRow> differences = new ArrayList<>();
    for (R row : gone) {
      Deque<R> partners = come.getOrDefault(name(row), new ArrayDeque<>());
      R partner = partners.poll();
      if (partner == null) {
        differences.add(new DifferenceRow(table, name(row), "", THERE, ABSENT));
      } else {
        cells(row, partner, differences);
      }
    }
    come.values()
        .forEach(
            rows ->
                rows.forEach(
                    row ->
                        differences.add(new DifferenceRow(table, name(row), "", ABSENT, THERE))));
    return differences;
  }

  private void cells(R published, R rebuilt, List<DifferenceRow> into) {
    for (int i = 0; i < shape.columns().size(); i++) {
      Object before = shape.value(published, i);
      Object now = shape.value(rebuilt, i);
      if (!Objects.equals(before, now)) {
        into.add(
            new DifferenceRow(
                table,
                name(published),
                shape.columns().get(i).name(),
                RecordShape.text(before, "\\N"),
                RecordShape.text(now, "\\N")));
      }
    }
  }

  /** The rows that have no partner among others, each of which is a partner once. */
  private List<R> without(List<R> rows, List<R> others) {
    Map<R, Integer> left = new HashMap<>();
    others.forEach(row -> left.merge(row, 1, Integer::sum));
    List<R> alone = new ArrayList<>();
    for (R row : rows) {
      if (left.merge(row, -1, Integer::sum) < 0) {
        alone.add(row);
      }
    }
    return alone;
  }

  private String name(R row) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < shape.columns().size(); i++) {
      String column = shape.columns().get(i).name();
      String value = RecordShape.text(shape.value(row, i), "");
      if (named.contains(column) && !value.isEmpty()) {
        parts.add(column + "=" + value);
      }
    }
    return String.join(" ", parts);
  }
}
