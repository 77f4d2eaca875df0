package hallmetrics.statistics;

import java.io.Serializable;

/**
 * A closed interval of proportions, ratios or values, in the unit of what it was made from.
 *
 * @param low lower end, never above {@code high}
 * @param high upper end
 */
public record Interval(double low, double high) implements Serializable {
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("not an interval: " + low + " to " + high);
    }
  }

  /** Whether the value lies inside, the ends included. */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }

  /** The smallest interval that holds both. */
  Interval hull(Interval other) {
    return new Interval(Math.min(low, other.low), Math.max(high, other.high));
  }
}
