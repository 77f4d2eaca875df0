package hallmetrics.metrics;

import hallmetrics.catalogue.Metric;
import hallmetrics.statistics.Xmr;
import hallmetrics.time.Grain;
import hallmetrics.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the control chart says of the newest month of a series. */
record Signals(String signal, @Nullable String direction) {
  private static final Signals NONE = new Signals("NONE", null);
  private static final Signals TOO_SHORT = new Signals("TOO_SHORT", null);

  /** The signal of an unsplit figure; NONE for what has no monthly series. */
  static Signals of(Metric metric, Sums sums, String scope, String id, Period period) {
    if (period.grain() != Grain.MONTH || scope.equals("WINDOW") || scope.equals("ITEM")) {
      return NONE;
    }
    double[] series = series(metric, sums, scope, id, period);
    if (series.length < Xmr.LEAST_POINTS) {
      return TOO_SHORT;
    }
    Xmr.Point last = Xmr.of(series).last();
    Xmr.Direction direction = last.direction();
    return new Signals(last.signal().name(), direction == null ? null : direction.name());
  }

  /** The months up to the period that have a figure each, after the last month without. */
  private static double[] series(Metric metric, Sums sums, String scope, String id, Period period) {
    List<Bucket> months = Bucket.history(period);
    double[] values = new double[months.size()];
    int from = months.size();
    for (int i = months.size() - 1; i >= 0; i--) {
      Figure figure = Figure.of(metric, sums, scope, id, "", "", months.get(i));
      Double value = figure.value();
      if (value == null || !known(metric, sums, months.get(i))) {
        break;
      }
      values[i] = value;
      from = i;
    }
    return java.util.Arrays.copyOfRange(values, from, values.length);
  }

  /** A month in which the whole city counts nothing lies before the first delivery. */
  private static boolean known(Metric metric, Sums sums, Bucket month) {
    return Figure.of(metric, sums, Places.ALL, "", "", "", month).business();
  }
}
