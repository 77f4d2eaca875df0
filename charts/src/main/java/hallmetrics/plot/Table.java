package hallmetrics.plot;

import java.util.List;

/**
 * Printed values in rows. What a page draws, what its details on the screen list and what a sheet
 * holds are this one table.
 *
 * @param rows each as long as {@code columns}
 */
public record Table(List<Column> columns, List<List<String>> rows) {
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

  /** The same columns over other rows. */
  public Table withRows(List<List<String>> other) {
    return new Table(columns, other);
  }
}
