package hallmetrics.metrics;

import hallmetrics.statistics.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A metric's numbers at a place in a period.
 *
 * @param numerator k, sum or stated value; null for a quantile
 * @param denominator n; null for COUNT, STOCK and SCORE
 * @param value null where there is nothing to divide by
 * @param interval of a proportion with n &gt; 0
 */
record Figure(
    @Nullable Double numerator,
    @Nullable Double denominator,
    @Nullable Double value,
    @Nullable Interval interval) {

  /** Of what did not come or is not due: absent, not zero. */
  static final Figure ABSENT = new Figure(null, null, null, null);

  /** How much it rests on; null when nothing is known. */
  @Nullable Double size() {
    return denominator == null ? numerator : denominator;
  }

  /** Whether anything was counted. */
  boolean business() {
    Double size = size();
    return size != null && size != 0;
  }
}
