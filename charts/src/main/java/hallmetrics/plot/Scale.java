package hallmetrics.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A round-numbered axis: ticks at 1, 2 or 5 times a power of ten. Ends fall on ticks, so an axis
 * stays the same from month to month until the figures outgrow it.
 *
 * @param low value at the axis' beginning
 * @param high value at its end
 * @param step between ticks
 */
public record Scale(double low, double high, double step) {
  /** The part of a step kept free above the greatest value, for its mark and its label. */
  private static final double HEADROOM = 0.15;

  /** An axis from zero that holds {@code most}. */
  public static Scale fromZero(double most, int ticks) {
    return covering(0, most > 0 ? most : 1, ticks);
  }

  /** An axis that holds both values, with about {@code ticks} steps. */
  public static Scale covering(double least, double most, int ticks) {
    double span = most > least ? most - least : Math.max(Math.abs(most) / 10, 1e-9);
    double step = step(span / ticks);
    double low = Math.floor(least / step + 1e-9) * step;
    double high = Math.ceil(most / step + HEADROOM) * step;
    return new Scale(low, high > low ? high : low + step, step);
  }

  /** The same axis ending at a value nothing can exceed, where that is a tick. */
  public Scale atMost(double end) {
    double steps = (end - low) / step;
    boolean tick = Math.abs(steps - Math.rint(steps)) < 1e-6;
    return high > end && tick ? new Scale(low, end, step) : this;
  }

  /** Values of the ticks, exact decimals. */
  public List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    BigDecimal by = BigDecimal.valueOf(step);
    BigDecimal tick = BigDecimal.valueOf(Math.round(low / step)).multiply(by);
    while (tick.doubleValue() <= high + step / 1000) {
      ticks.add(tick.doubleValue());
      tick = tick.add(by);
    }
    return ticks;
  }

  /** A tick in as many decimals as the step has. */
  public String print(double tick) {
    int decimals = Math.max(0, BigDecimal.valueOf(step).stripTrailingZeros().scale());
    BigDecimal value = BigDecimal.valueOf(tick).setScale(decimals, RoundingMode.HALF_UP);
    return String.format(java.util.Locale.ROOT, "%,." + decimals + "f", value);
  }

  private static double step(double least) {
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(least)));
    for (int factor : new int[] {1, 2, 5}) {
      double step = power.multiply(BigDecimal.valueOf(factor)).doubleValue();
      if (step >= least * (1 - 1e-9)) {
        return step;
      }
    }
    return power.multiply(BigDecimal.TEN).doubleValue();
  }
}
