package hallmetrics.plot;

import hallmetrics.plot.Table.Align;
import hallmetrics.plot.Table.Column;
import hallmetrics.theme.Palette;
import hallmetrics.theme.Pen;
import hallmetrics.theme.Sheet;
import hallmetrics.theme.Strokes;
import hallmetrics.theme.TextFlow;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Tables one below the other. Cells wrap; a table that does not fit goes on on the next sheet. */
public record Grid(List<Table> tables) implements Drawable {
  private static final double GAP = 14;
  private static final double PADDING = 6;
  private static final double INDENT = 14;
  private static final double TITLE = 20;
  private static final double ROW_PADDING = 5;

  /**
   * Deals tables out over sheets of one size.
   *
   * @param continued what the title of a table's further parts ends with
   */
  public static List<Grid> paginate(
      List<Table> tables, double width, double height, String continued) {
    List<Grid> sheets = new ArrayList<>();
    List<Table> sheet = new ArrayList<>();
    double free = height;
    for (Table table : tables) {
      int from = 0;
      do {
        double head = headHeight(table, width) + (sheet.isEmpty() ? 0 : GAP);
        int to = fitting(table, from, width, free - head);
        boolean stump = to == from && from < table.rows().size();
        if (stump && !sheet.isEmpty()) {
          sheets.add(new Grid(List.copyOf(sheet)));
          sheet.clear();
          free = height;
          continue;
        }
        to = stump ? from + 1 : to;
        Table part = part(table, from, to, continued);
        sheet.add(part);
        free -= head + rowsHeight(part, width);
        from = to;
      } while (from < table.rows().size());
    }
    if (!sheet.isEmpty()) {
      sheets.add(new Grid(List.copyOf(sheet)));
    }
    return sheets;
  }

  private static Table part(Table table, int from, int to, String continued) {
    Table part = table.part(from, to);
    return from == 0 || table.title().isEmpty()
        ? part
        : new Table(table.title() + continued, part.columns(), part.rows());
  }

  private static int fitting(Table table, int from, double width, double height) {
    double used = 0;
    int to = from;
    while (to < table.rows().size()) {
      used += rowHeight(table, table.rows().get(to), width);
      if (used > height) {
        break;
      }
      to++;
    }
    return to;
  }

  private static double headHeight(Table table, double width) {
    List<String> titles = table.columns().stream().map(Column::title).toList();
    double row = cellsHeight(table, titles, width, Sheet.STRONG);
    return (table.title().isEmpty() ? 0 : TITLE) + row;
  }

  private static double rowsHeight(Table table, double width) {
    return table.rows().stream().mapToDouble(row -> rowHeight(table, row, width)).sum();
  }

  private static double rowHeight(Table table, List<String> row, double width) {
    return cellsHeight(table, row, width, Sheet.LABEL);
  }

  private static double cellsHeight(Table table, List<String> cells, double width, Font font) {
    int most = 1;
    for (int i = 0; i < cells.size(); i++) {
      double cell = cellWidth(table, i, width);
      most = Math.max(most, TextFlow.lines(cells.get(i), font, cell).size());
    }
    return most * Sheet.LABEL_LEADING + ROW_PADDING;
  }

  private static double cellWidth(Table table, int column, double width) {
    double all = table.columns().stream().mapToDouble(Column::width).sum();
    double share = table.columns().get(column).width() / all * width;
    return share - 2 * PADDING - indent(table, column);
  }

  /** Words beside a column of numbers keep a distance. */
  private static double indent(Table table, int column) {
    boolean meet =
        column > 0
            && table.columns().get(column).align() == Align.LEFT
            && table.columns().get(column - 1).align() == Align.RIGHT;
    return meet ? INDENT : 0;
  }

  @Override
  public void draw(Pen pen, Rectangle2D area) {
    double y = area.getY();
    for (Table table : tables) {
      if (!table.title().isEmpty()) {
        pen.left(table.title(), area.getX(), y + 12, Sheet.STRONG, Palette.INK);
        y += TITLE;
      }
      List<String> titles = table.columns().stream().map(Column::title).toList();
      y = cells(pen, table, titles, area, y, Sheet.STRONG, Palette.SECONDARY);
      rule(pen, area, y, Palette.NEUTRAL);
      for (List<String> row : table.rows()) {
        y = cells(pen, table, row, area, y, Sheet.LABEL, Palette.INK);
        rule(pen, area, y, Palette.GRID);
      }
      y += GAP;
    }
  }

  private static void rule(Pen pen, Rectangle2D area, double y, Color color) {
    pen.line(area.getMinX(), y, area.getMaxX(), y, Strokes.GRID, color);
  }

  private static double cells(
      Pen pen,
      Table table,
      List<String> cells,
      Rectangle2D area,
      double top,
      Font font,
      Color color) {
    double x = area.getX() + PADDING;
    for (int i = 0; i < cells.size(); i++) {
      double width = cellWidth(table, i, area.getWidth());
      x += indent(table, i);
      double y = top + Sheet.LABEL_LEADING - 1;
      for (String line : TextFlow.lines(cells.get(i), font, width)) {
        if (table.columns().get(i).align() == Align.RIGHT) {
          pen.right(line, x + width, y, font, color);
        } else {
          pen.left(line, x, y, font, color);
        }
        y += Sheet.LABEL_LEADING;
      }
      x += width + 2 * PADDING;
    }
    return top + cellsHeight(table, cells, area.getWidth(), font);
  }
}
