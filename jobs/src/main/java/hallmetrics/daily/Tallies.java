package hallmetrics.daily;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How often each measure of a group counted at the places of one day. All stand in one array, which
 * stays near the processor while the rows of a day are counted and handed out. Numbered from 1: 0
 * is no tally.
 */
final class Tallies {
  private final CountGroup group;
  private final int width;
  private int[] counts;
  private @Nullable BigDecimal @Nullable [] sums;
  private int size;

  Tallies(CountGroup group) {
    this.group = group;
    this.width = group.measures().size();
    this.counts = new int[width * 64];
    this.sums = group.sums().isEmpty() ? null : new BigDecimal[counts.length];
  }

  /** The number of a new tally. */
  int fresh() {
    if ((size + 1) * width > counts.length) {
      counts = Arrays.copyOf(counts, counts.length * 2);
      sums = sums == null ? null : Arrays.copyOf(sums, counts.length);
    }
    return ++size;
  }

  /**
   * Counts a row.
   *
   * @param answers a bit for each measure it counts for
   */
  void add(int tally, long answers, @Nullable BigDecimal[] values) {
    int first = (tally - 1) * width;
    for (long rest = answers; rest != 0; rest &= rest - 1) {
      int measure = Long.numberOfTrailingZeros(rest);
      counts[first + measure]++;
      if (sums != null) {
        int sum = group.sumOf(measure);
        BigDecimal value = sum < 0 ? null : values[sum];
        if (value != null) {
          BigDecimal old = sums[first + measure];
          sums[first + measure] = old == null ? value : old.add(value);
        }
      }
    }
  }

  boolean summed() {
    return sums != null;
  }

  int count(int tally, int measure) {
    return counts[(tally - 1) * width + measure];
  }

  /** What was added up; null where nothing was. */
  @Nullable BigDecimal sum(int tally, int measure) {
    return sums == null ? null : sums[(tally - 1) * width + measure];
  }
}
