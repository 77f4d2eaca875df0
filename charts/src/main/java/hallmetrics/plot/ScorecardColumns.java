package hallmetrics.plot;

import hallmetrics.theme.Fonts;
import hallmetrics.theme.Sheet;
import java.awt.Font;
import java.util.List;

/**
 * Which columns a scorecard of a width shows and how wide: as wide as their words; the name takes
 * what is left, the line of the past gives way first.
 *
 * @param shown indices of the table's columns
 */
record ScorecardColumns(int[] shown, double[] widths) {
  private static final double NARROW = 560;
  private static final int[] ALL = {0, 1, 2, 3, 4, 5, 6, 7, 8};
  private static final int[] FEW = {Scorecard.NAME, 1, Scorecard.SPARK, Scorecard.VARIATION};

  /** The column of k/n, which may go on in a second line behind its bar. */
  private static final int PART = 2;

  private static final double APART = 6;
  private static final double SPARK_WIDTH = 116;
  private static final double LEAST_SPARK = 64;
  private static final double LEAST_NAME = 112;
  private static final double SHORT_NAME = 84;

  static ScorecardColumns of(Table table, double width) {
    boolean narrow = width < NARROW;
    int[] shown = narrow ? FEW : ALL;
    double[] widths = new double[table.columns().size()];
    double left = width;
    for (int column : shown) {
      if (column != Scorecard.NAME) {
        widths[column] = column == Scorecard.SPARK ? SPARK_WIDTH : natural(table, column);
        left -= widths[column];
      }
    }
    if (left < LEAST_NAME) {
      double taken = Math.min(LEAST_NAME - left, SPARK_WIDTH - LEAST_SPARK);
      widths[Scorecard.SPARK] -= taken;
      left += taken;
    }
    if (left < SHORT_NAME && !narrow) {
      double taken = Math.min(SHORT_NAME - left, widths[PART] - parted(table));
      widths[PART] -= taken;
      left += taken;
    }
    widths[Scorecard.NAME] = left;
    return new ScorecardColumns(shown, widths);
  }

  /** Wide enough for its head, and for k/ and n one under the other. */
  private static double parted(Table table) {
    double widest = Fonts.width(table.columns().get(PART).title(), Sheet.STRONG);
    for (List<String> row : table.rows()) {
      String[] numbers = row.get(PART).split("/");
      for (int i = 0; i < numbers.length; i++) {
        String line = i + 1 < numbers.length ? numbers[i] + "/" : numbers[i];
        widest = Math.max(widest, Fonts.width(line, font(PART)));
      }
    }
    return widest + 2 * Scorecard.PADDING + APART;
  }

  private static double natural(Table table, int column) {
    double widest = 0;
    for (String line : table.columns().get(column).title().split("\n")) {
      widest = Math.max(widest, Fonts.width(line, Sheet.STRONG));
    }
    boolean verdict = column == Scorecard.VARIATION || column == Scorecard.ASSURANCE;
    for (List<String> row : table.rows()) {
      double icon = verdict ? Scorecard.ICON : 0;
      widest = Math.max(widest, Fonts.width(row.get(column), font(column)) + icon);
    }
    return widest + 2 * Scorecard.PADDING + APART;
  }

  static Font font(int column) {
    return column <= Scorecard.NAME + 1 ? Sheet.STRONG : Sheet.LABEL;
  }
}
