package hallmetrics.plot;

import hallmetrics.theme.Fonts;
import hallmetrics.theme.Palette;
import hallmetrics.theme.Pen;
import hallmetrics.theme.Sheet;
import hallmetrics.theme.Strokes;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jspecify.annotations.Nullable;

/**
 * Units with their intervals, one a row, and their figures in columns of their own beside the plot:
 * no grid line runs through a number.
 *
 * @param columns heads of the figures, as many as every unit has; the last one is the verdict
 * @param reference the vertical line and its name; null for none
 * @param axis what the axis measures
 */
public record Caterpillar(
    List<String> columns, List<Row> rows, Scale scale, @Nullable Level reference, String axis)
    implements Drawable {

  /** A line of the picture. */
  public sealed interface Row permits Group, Unit, Listed {}

  /** The head of a group that is ranked apart. */
  public record Group(String title) implements Row {}

  /**
   * A ranked unit.
   *
   * @param high may lie beyond the axis: the line then ends in an arrow
   * @param cells figures, in the order of the columns
   */
  public record Unit(
      String name, double value, double low, double high, Judgement judgement, List<String> cells)
      implements Row {}

  /**
   * A unit that is listed, not ranked: no mark, and a reason in place of its last figures.
   *
   * @param cells figures of the first columns
   */
  public record Listed(String name, List<String> cells, String reason) implements Row {}

  /** A vertical line. */
  public record Level(double value, String name) {}

  private static final double HEAD = 22;
  private static final double AXIS = 36;
  private static final double LEAST_ROW = 17;
  private static final double MOST_ROW = 30;
  private static final double GAP = 14;
  private static final double NARROW = 560;

  /** Height over the baseline that a head keeps free of the lines of the plot. */
  private static final double LABEL_HEIGHT = 11;

  /** A plot narrower than this has no room for the name of its line. */
  private static final double LEAST_NAMED = 120;

  /** How many rows a sheet of a height takes. */
  public static int capacity(double height) {
    return Math.max(1, (int) ((height - HEAD - AXIS) / LEAST_ROW));
  }

  @Override
  public void draw(Pen pen, Rectangle2D area) {
    int[] shown = shown(area.getWidth() < NARROW);
    double[] widths = widths(shown);
    double names = rows.stream().mapToDouble(Caterpillar::nameWidth).max().orElse(0);
    double strip = 0;
    for (double width : widths) {
      strip += width + GAP;
    }
    double row = Math.min(MOST_ROW, (area.getHeight() - HEAD - AXIS) / Math.max(1, rows.size()));
    Rectangle2D data =
        new Rectangle2D.Double(
            area.getX() + names + 10,
            area.getY() + HEAD,
            area.getWidth() - names - 10 - strip,
            row * rows.size());
    NumberAxis x = Frame.measured(scale, data.getWidth());
    NumberAxis y = Frame.bare(0, Math.max(1, rows.size()));
    y.setInverted(true);
    XYPlot plot = CaterpillarSeries.plot(this, x, y);
    if (rows.stream().anyMatch(Unit.class::isInstance)) {
      Frame.draw(plot, pen.graphics(), data, null);
      beyond(pen, data, row);
      axis(pen, data, x);
    }
    heads(pen, shown, widths, data);
    for (int i = 0; i < rows.size(); i++) {
      row(pen, rows.get(i), shown, widths, data, area.getX(), data.getY() + (i + 0.5) * row);
    }
  }

  /** A narrow screen keeps the first figure, the one before the verdict, and verdicts if any. */
  private int[] shown(boolean narrow) {
    int last = columns.size() - 1;
    boolean verdicts =
        rows.stream()
            .anyMatch(row -> row instanceof Unit unit && !unit.cells().get(last).isEmpty());
    return IntStream.rangeClosed(0, last)
        .filter(i -> !narrow || i == 0 || i == last - 1 || (i == last && verdicts))
        .toArray();
  }

  private double[] widths(int[] shown) {
    double[] widths = new double[shown.length];
    for (int i = 0; i < shown.length; i++) {
      int column = shown[i];
      widths[i] = Fonts.width(columns.get(column), Sheet.STRONG);
      for (Row row : rows) {
        if (row instanceof Unit unit) {
          widths[i] = Math.max(widths[i], Fonts.width(unit.cells().get(column), Sheet.LABEL));
        } else if (row instanceof Listed listed && column < listed.cells().size()) {
          widths[i] = Math.max(widths[i], Fonts.width(listed.cells().get(column), Sheet.LABEL));
        }
      }
    }
    return widths;
  }

  private static double nameWidth(Row row) {
    if (row instanceof Unit unit) {
      return Fonts.width(unit.name(), Sheet.LABEL);
    }
    return row instanceof Listed listed ? Fonts.width(listed.name(), Sheet.LABEL) : 0;
  }

  private void axis(Pen pen, Rectangle2D data, NumberAxis axis) {
    double base = data.getMaxY();
    pen.line(data.getMinX(), base, data.getMaxX(), base, Strokes.GRID, Palette.NEUTRAL);
    double free = Double.NEGATIVE_INFINITY;
    for (double tick : scale.ticks()) {
      double x = axis.valueToJava2D(tick, data, RectangleEdge.BOTTOM);
      String text = scale.print(tick);
      double half = Fonts.width(text, Sheet.LABEL) / 2;
      if (x - half >= free) {
        pen.centre(text, x, base + 15, Sheet.LABEL, Palette.SECONDARY);
        free = x + half + 6;
      }
    }
    double middle =
        Math.max(data.getCenterX(), data.getMinX() + Fonts.width(axis(), Sheet.LABEL) / 2);
    pen.centre(axis(), middle, base + 31, Sheet.LABEL, Palette.SECONDARY);
    if (reference != null && data.getWidth() > LEAST_NAMED) {
      double x = axis.valueToJava2D(reference.value(), data, RectangleEdge.BOTTOM);
      double half = Fonts.width(reference.name(), Sheet.LABEL) / 2;
      double at = Math.max(data.getMinX() + half, Math.min(x, data.getMaxX() - half));
      pen.centre(reference.name(), at, data.getMinY() - 8, Sheet.LABEL, Palette.INK);
    }
  }

  private void heads(Pen pen, int[] shown, double[] widths, Rectangle2D data) {
    double x = data.getMaxX();
    for (int i = 0; i < shown.length; i++) {
      x += GAP + widths[i];
      String head = columns.get(shown[i]);
      pen.right(head, x, data.getMinY() - 8, Sheet.STRONG, Palette.SECONDARY);
    }
  }

  private static void row(
      Pen pen,
      Row row,
      int[] shown,
      double[] widths,
      Rectangle2D data,
      double left,
      double middle) {
    double y = middle + 4;
    double edge = data.getMinX() - 10;
    double right = data.getMaxX();
    for (double width : widths) {
      right += GAP + width;
    }
    if (row instanceof Group group) {
      double words = Fonts.width(group.title(), Sheet.STRONG);
      pen.box(left, y - LABEL_HEIGHT, words + 2, LABEL_HEIGHT + 3, Palette.PAPER);
      pen.left(group.title(), left, y, Sheet.STRONG, Palette.SECONDARY);
    } else if (row instanceof Unit unit) {
      boolean common = unit.judgement() == Judgement.COMMON;
      Color color = common ? Palette.INK : unit.judgement().color();
      pen.right(unit.name(), edge, y, Sheet.LABEL, color);
      int last = unit.cells().size() - 1;
      cells(pen, unit.cells().subList(0, last), shown, widths, data, y, Palette.INK);
      if (shown[shown.length - 1] == last) {
        pen.right(unit.cells().get(last), right, y, Sheet.STRONG, color);
      }
    } else if (row instanceof Listed listed) {
      pen.right(listed.name(), edge, y, Sheet.LABEL, Palette.SECONDARY);
      cells(pen, listed.cells(), shown, widths, data, y, Palette.SECONDARY);
      pen.right(listed.reason(), right, y, Sheet.LABEL, Palette.SECONDARY);
    }
  }

  private static void cells(
      Pen pen,
      List<String> cells,
      int[] shown,
      double[] widths,
      Rectangle2D data,
      double y,
      Color color) {
    double x = data.getMaxX();
    for (int i = 0; i < shown.length && shown[i] < cells.size(); i++) {
      x += GAP + widths[i];
      pen.right(cells.get(shown[i]), x, y, Sheet.LABEL, color);
    }
  }

  private void beyond(Pen pen, Rectangle2D data, double height) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) instanceof Unit unit && unit.high() > scale.high()) {
        double y = data.getY() + (i + 0.5) * height;
        pen.fill(CaterpillarSeries.arrow(data.getMaxX(), y), unit.judgement().color());
      }
    }
  }
}
