package hallmetrics.daily;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How often each measure of a group counted at one place on one day. */
final class Tally {
  private final int[] counts;
  private final @Nullable BigDecimal @Nullable [] sums;

  Tally(int measures, int sums) {
    this.counts = new int[measures];
    this.sums = sums == 0 ? null : new BigDecimal[measures];
  }

  /**
   * Counts a row.
   *
   * @param answers a bit for each measure it counts for
   */
  void add(long answers, CountGroup group, @Nullable BigDecimal[] values) {
    for (long rest = answers; rest != 0; rest &= rest - 1) {
      int measure = Long.numberOfTrailingZeros(rest);
      counts[measure]++;
      if (sums != null) {
        int sum = group.sumOf(measure);
        BigDecimal value = sum < 0 ? null : values[sum];
        if (value != null) {
          BigDecimal old = sums[measure];
          sums[measure] = old == null ? value : old.add(value);
        }
      }
    }
  }

  int count(int measure) {
    return counts[measure];
  }

  /** What was added up; null where nothing was. */
  @Nullable BigDecimal sum(int measure) {
    return sums == null ? null : sums[measure];
  }
}
