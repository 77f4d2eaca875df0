package hallmetrics.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;

/** Quantiles of whole numbers (working days) out of exact histograms, which add. */
public final class HistogramQuantile {
  private HistogramQuantile() {}

  /**
   * The least value d whose cumulative count is at least q·n; empty when the histogram counts
   * nothing.
   *
   * @param counts value to how often it occurs, never negative
   * @param q the part asked, as printed in decimal (0.9 is nine tenths exactly), 0 &lt; q ≤ 1
   */
  public static OptionalLong of(SortedMap<Long, Long> counts, double q) {
    if (!(q > 0 && q <= 1)) {
      throw new IllegalArgumentException("no quantile: " + q);
    }
    long n = 0;
    for (Map.Entry<Long, Long> bar : counts.entrySet()) {
      if (bar.getValue() < 0) {
        throw new IllegalArgumentException("negative count at " + bar.getKey());
      }
      n = Math.addExact(n, bar.getValue());
    }
    long needed =
        BigDecimal.valueOf(q)
            .multiply(BigDecimal.valueOf(n))
            .setScale(0, RoundingMode.CEILING)
            .longValueExact();
    long seen = 0;
    for (Map.Entry<Long, Long> bar : counts.entrySet()) {
      seen += bar.getValue();
      if (bar.getValue() > 0 && seen >= needed) {
        return OptionalLong.of(bar.getKey());
      }
    }
    return OptionalLong.empty();
  }
}
