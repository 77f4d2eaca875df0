package hallmetrics.plot;

import hallmetrics.plot.XmrPlot.Month;
import hallmetrics.theme.Fonts;
import hallmetrics.theme.Palette;
import hallmetrics.theme.Pen;
import hallmetrics.theme.Sheet;
import hallmetrics.theme.Strokes;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Months under a plot: as many names as fit, the newest always, years on a line of their own. */
record MonthAxis(List<Month> months, double[] xs) {
  private static final int[] STEPS = {1, 2, 3, 4, 6, 12};
  private static final double APART = 7;

  /**
   * Draws under a plot.
   *
   * @param floor where the measured axis begins
   */
  void draw(Pen pen, Rectangle2D data, double floor) {
    double base = data.getMaxY();
    pen.line(data.getMinX(), floor, data.getMaxX(), floor, Strokes.GRID, Palette.NEUTRAL);
    int step = step();
    for (int i = months.size() - 1; i >= 0; i -= step) {
      pen.centre(months.get(i).label(), xs[i], base + 15, Sheet.LABEL, Palette.SECONDARY);
    }
    years(pen, base + 31);
    for (int i = 0; i < months.size(); i++) {
      Month month = months.get(i);
      if (month.value() == null) {
        pen.centre(month.gap(), xs[i], floor - 5, Sheet.SMALL, Palette.SECONDARY);
      }
    }
  }

  private void years(Pen pen, double y) {
    double free = Double.NEGATIVE_INFINITY;
    String last = "";
    for (int i = 0; i < months.size(); i++) {
      String year = months.get(i).year();
      double width = Fonts.width(year, Sheet.LABEL);
      double left = xs[i] - width / 2;
      if (!year.equals(last) && left >= free) {
        pen.left(year, left, y, Sheet.LABEL, Palette.INK);
        free = left + width + APART;
      }
      last = year;
    }
  }

  private int step() {
    double widest =
        months.stream().mapToDouble(m -> Fonts.width(m.label(), Sheet.LABEL)).max().orElse(0);
    double apart = xs.length > 1 ? xs[1] - xs[0] : Double.MAX_VALUE;
    for (int step : STEPS) {
      if (apart * step >= widest + APART) {
        return step;
      }
    }
    return Math.max(1, months.size());
  }
}
