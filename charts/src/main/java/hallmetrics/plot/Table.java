package hallmetrics.plot;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Printed values in rows. What a page draws, what its details on the screen list and what a sheet
 * holds are this one table.
 *
 * @param title empty where the page says it already
 * @param rows each as long as {@code columns}
 */
public record Table(String title, List<Column> columns, List<List<String>> rows) {
  /**
   * A column.
   *
   * @param width share of the table's width
   * @param align where its cells stand
   */
  public record Column(String title, double width, Align align) {
    /** A column of words. */
    public static Column text(String title, double width) {
      return new Column(title, width, Align.LEFT);
    }

    /** A column of numbers. */
    public static Column number(String title, double width) {
      return new Column(title, width, Align.RIGHT);
    }
  }

  /** Where the cells of a column stand. */
  public enum Align {
    LEFT,
    RIGHT
  }

  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException("row of " + row.size() + " cells: " + row);
      }
    }
  }

  /** The same table with every text changed. */
  public Table map(UnaryOperator<String> change) {
    List<Column> heads =
        columns.stream()
            .map(column -> new Column(change.apply(column.title()), column.width(), column.align()))
            .toList();
    List<List<String>> cells = rows.stream().map(row -> row.stream().map(change).toList()).toList();
    return new Table(change.apply(title), heads, cells);
  }

  /** The same title and columns over a part of the rows. */
  public Table part(int from, int to) {
    return new Table(title, columns, rows.subList(from, to));
  }
}
