package hallmetrics.statistics;

import hallmetrics.statistics.Xmr.Direction;
import hallmetrics.statistics.Xmr.Rule;
import org.jspecify.annotations.Nullable;

/** The four rules of Making Data Count over one segment, as NHSRplotthedots applies them. */
final class XmrRules {
  private static final int RUN = 7;

  /** Differences of this part of the values are rounding, not variation. */
  private static final double ROUNDING = 1e-12;

  private final double[] values;
  private final int[] side;
  private final boolean[] outside;
  private final boolean[] near;
  private final boolean[] trend;
  private final boolean[] shift;

  XmrRules(double[] values, double mean, double spread) {
    this.values = values;
    int size = values.length;
    side = new int[size];
    outside = new boolean[size];
    near = new boolean[size];
    for (int i = 0; i < size; i++) {
      double distance = Math.abs(values[i] - mean);
      double rounding = ROUNDING * (Math.abs(values[i]) + Math.abs(mean));
      side[i] = distance > rounding ? (int) Math.signum(values[i] - mean) : 0;
      outside[i] = distance > spread + rounding;
      near[i] = !outside[i] && distance > spread * 2 / 3 + rounding;
    }
    trend = new boolean[size];
    shift = new boolean[size];
    for (int end = RUN - 1; end < size; end++) {
      mark(trend, end, isTrend(end));
      mark(shift, end, isOneSided(end, RUN));
    }
  }

  /** The first rule that speaks of point i. */
  Rule rule(int i) {
    if (outside[i]) {
      return Rule.OUTSIDE;
    }
    if (trend[i]) {
      return Rule.TREND_OF_SEVEN;
    }
    if (near[i] && (twoOfThree(i) || twoOfThree(i + 1) || twoOfThree(i + 2))) {
      return Rule.TWO_OF_THREE;
    }
    return shift[i] ? Rule.SEVEN_ON_A_SIDE : Rule.NONE;
  }

  /** Where point i goes; null where the rule is no signal. */
  @Nullable Direction direction(int i, Rule rule) {
    return switch (rule) {
      case NONE, TOO_SHORT -> null;
      case TREND_OF_SEVEN -> rises(i) ? Direction.UP : Direction.DOWN;
      case OUTSIDE, TWO_OF_THREE, SEVEN_ON_A_SIDE -> side[i] > 0 ? Direction.UP : Direction.DOWN;
    };
  }

  /** A point between two trends belongs to the later one. */
  private boolean rises(int i) {
    boolean withNext = i + 1 < values.length && trend[i + 1];
    return withNext ? values[i + 1] > values[i] : values[i] > values[i - 1];
  }

  private static void mark(boolean[] marks, int end, boolean holds) {
    for (int i = end - RUN + 1; holds && i <= end; i++) {
      marks[i] = true;
    }
  }

  private boolean isTrend(int end) {
    boolean up = true;
    boolean down = true;
    for (int i = end - RUN + 2; i <= end; i++) {
      up &= values[i] > values[i - 1];
      down &= values[i] < values[i - 1];
    }
    return up || down;
  }

  private boolean isOneSided(int end, int length) {
    for (int i = end - length + 1; i <= end; i++) {
      if (side[i] == 0 || side[i] != side[end]) {
        return false;
      }
    }
    return true;
  }

  private boolean twoOfThree(int end) {
    if (end < 2 || end >= values.length || !isOneSided(end, 3)) {
      return false;
    }
    int count = 0;
    for (int i = end - 2; i <= end; i++) {
      count += near[i] ? 1 : 0;
    }
    return count >= 2;
  }
}
