package hallmetrics.plot;

import hallmetrics.plot.Table.Align;
import hallmetrics.plot.Table.Column;
import hallmetrics.theme.Fonts;
import hallmetrics.theme.Palette;
import hallmetrics.theme.Pen;
import hallmetrics.theme.Sheet;
import hallmetrics.theme.Strokes;
import hallmetrics.theme.TextFlow;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of metrics with a line of their past and two verdicts, each a shape and a word. A narrow
 * one keeps the name, the value, the line and the variation.
 *
 * @param table the words; the cells of the columns {@code spark}, {@code variation} and {@code
 *     assurance} are drawn beside their pictures
 * @param pictures one per row
 */
public record Scorecard(Table table, List<Pictures> pictures) implements Drawable {
  /** The column of the name, which is set in bold. */
  public static final int NAME = 0;

  /** The column of the sparkline; its words are not drawn. */
  public static final int SPARK = 4;

  /** The column of the variation verdict. */
  public static final int VARIATION = 5;

  /** The column of the assurance verdict. */
  public static final int ASSURANCE = 6;

  private static final double LEAST_ROW = 26;
  private static final double MOST_ROW = 44;
  private static final int MOST_HEAD_LINES = 3;
  static final double PADDING = 5;
  static final double ICON = 15;

  /** What a row shows beside its words. */
  public record Pictures(
      Sparkline spark, @Nullable Judgement variation, @Nullable Assurance assurance) {}

  /** How many rows a sheet of a height takes. */
  public static int capacity(double height) {
    return Math.max(1, (int) ((height - headHeight(MOST_HEAD_LINES)) / LEAST_ROW));
  }

  private static double headHeight(int lines) {
    return 6 + lines * Sheet.LABEL_LEADING;
  }

  private double headHeight() {
    return headHeight(
        table.columns().stream()
            .mapToInt(column -> column.title().split("\n").length)
            .max()
            .orElse(1));
  }

  @Override
  public void draw(Pen pen, Rectangle2D area) {
    int rows = Math.max(1, table.rows().size());
    double head = headHeight();
    double height = Math.min(MOST_ROW, (area.getHeight() - head) / rows);
    ScorecardColumns columns = ScorecardColumns.of(table, area.getWidth());
    double x = area.getX();
    for (int column : columns.shown()) {
      head(pen, column, x, area.getY() + head, columns.widths()[column]);
      x += columns.widths()[column];
    }
    double y = area.getY() + head;
    pen.line(area.getMinX(), y, area.getMaxX(), y, Strokes.GRID, Palette.NEUTRAL);
    for (int i = 0; i < table.rows().size(); i++) {
      row(pen, i, new Rectangle2D.Double(area.getX(), y, area.getWidth(), height), columns);
      y += height;
      pen.line(area.getMinX(), y, area.getMaxX(), y, Strokes.GRID, Palette.GRID);
    }
  }

  private void head(Pen pen, int column, double x, double base, double width) {
    Column head = table.columns().get(column);
    List<String> lines = List.of(head.title().split("\n"));
    double y = base - 8 - (lines.size() - 1) * Sheet.LABEL_LEADING;
    for (String line : lines) {
      write(pen, line, head.align(), x, y, width, Sheet.STRONG, Palette.SECONDARY);
      y += Sheet.LABEL_LEADING;
    }
  }

  private void row(Pen pen, int index, Rectangle2D row, ScorecardColumns columns) {
    List<String> cells = table.rows().get(index);
    Pictures picture = pictures.get(index);
    double x = row.getX();
    double middle = row.getCenterY();
    for (int column : columns.shown()) {
      double width = columns.widths()[column];
      switch (column) {
        case SPARK -> spark(pen, picture, x, row.getY(), width, row.getHeight());
        case VARIATION -> verdict(pen, picture.variation(), cells.get(column), x, middle);
        case ASSURANCE -> verdict(pen, picture.assurance(), cells.get(column), x, middle);
        default -> words(pen, column, cells.get(column), x, middle, width);
      }
      x += width;
    }
  }

  private static void spark(
      Pen pen, Pictures picture, double x, double top, double width, double height) {
    double inset = Math.max(3, (height - 26) / 2);
    picture
        .spark()
        .draw(
            pen,
            new Rectangle2D.Double(
                x + 2 * PADDING, top + inset, width - 4 * PADDING, height - 2 * inset));
  }

  private static void verdict(
      Pen pen, @Nullable Judgement judgement, String word, double x, double middle) {
    Color color = Palette.SECONDARY;
    if (judgement != null) {
      color = judgement.textColor();
      pen.fill(judgement.mark(x + PADDING + 5, middle, 4), judgement.color());
    }
    pen.left(word, x + PADDING + ICON, middle + 4, Sheet.LABEL, color);
  }

  private static void verdict(
      Pen pen, @Nullable Assurance assurance, String word, double x, double middle) {
    Color color = Palette.SECONDARY;
    if (assurance != null) {
      color = assurance.color();
      assurance.draw(pen, x + PADDING + 5, middle);
    }
    pen.left(word, x + PADDING + ICON, middle + 4, Sheet.LABEL, color);
  }

  private void words(Pen pen, int column, String text, double x, double middle, double width) {
    Font font = ScorecardColumns.font(column);
    List<String> lines = TextFlow.lines(text, font, width - 2 * PADDING);
    double y = middle + 4 - (lines.size() - 1) * Sheet.LABEL_LEADING / 2.0;
    for (String line : lines) {
      write(pen, line, table.columns().get(column).align(), x, y, width, font, Palette.INK);
      y += Sheet.LABEL_LEADING;
    }
  }

  private static void write(
      Pen pen, String text, Align align, double x, double y, double width, Font font, Color color) {
    double start =
        align == Align.RIGHT ? x + width - PADDING - Fonts.width(text, font) : x + PADDING;
    pen.left(text, start, y, font, color);
  }
}
