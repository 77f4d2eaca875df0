package hallmetrics.statistics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An XmR control chart: which months of a series differ from its own ordinary variation.
 *
 * @param points one per value, in order
 */
public record Xmr(List<Point> points) implements Serializable {
  /** Fewer points than this in a segment are TOO_SHORT to say anything. */
  public static final int LEAST_POINTS = 12;

  /** The limits come from this many points of a segment; later points are judged by them. */
  public static final int FIXED_AFTER = 24;

  private static final double LIMIT = 2.66;
  private static final double SCREEN = 3.267;

  /** What an edition says of a point. RUN is a trend of seven or seven on a side. */
  public enum Signal {
    NONE,
    OUTSIDE,
    RUN,
    NEAR,
    TOO_SHORT
  }

  /** Which rule spoke first, in this order. */
  public enum Rule {
    OUTSIDE(Signal.OUTSIDE),
    TREND_OF_SEVEN(Signal.RUN),
    TWO_OF_THREE(Signal.NEAR),
    SEVEN_ON_A_SIDE(Signal.RUN),
    NONE(Signal.NONE),
    TOO_SHORT(Signal.TOO_SHORT);

    private final Signal signal;

    Rule(Signal signal) {
      this.signal = signal;
    }

    public Signal signal() {
      return signal;
    }
  }

  /** Where the point, or the trend it is part of, goes. */
  public enum Direction {
    UP,
    DOWN
  }

  /** How the limits stand to a target. */
  public enum Assurance {
    /** The process meets the target whatever chance does. */
    PASS,
    /** The process misses the target whatever chance does. */
    FAIL,
    /** Chance decides. */
    HIT_AND_MISS
  }

  /**
   * One value with the limits of its segment.
   *
   * @param direction null where there is no signal
   */
  public record Point(
      double value, double mean, double low, double high, Rule rule, @Nullable Direction direction)
      implements Serializable {
    public Signal signal() {
      return rule.signal();
    }

    /** Whether the limits of this point always, never or sometimes meet the target. */
    public Assurance assurance(double target, Better better) {
      if (target > high) {
        return better == Better.HIGHER ? Assurance.FAIL : Assurance.PASS;
      }
      if (target < low) {
        return better == Better.HIGHER ? Assurance.PASS : Assurance.FAIL;
      }
      return Assurance.HIT_AND_MISS;
    }
  }

  public Xmr {
    points = List.copyOf(points);
  }

  /**
   * Charts a series without gaps.
   *
   * @param values finite values, oldest first
   * @param rebases indices at which a declared step change begins a new segment with limits of its
   *     own; runs do not cross it
   */
  public static Xmr of(double[] values, int... rebases) {
    int[] starts = Arrays.stream(rebases).filter(start -> start > 0).distinct().sorted().toArray();
    List<Point> points = new ArrayList<>();
    int from = 0;
    for (int start : starts) {
      if (start > values.length) {
        throw new IllegalArgumentException("rebase at " + start + " of " + values.length);
      }
      points.addAll(segment(Arrays.copyOfRange(values, from, start), true));
      from = start;
    }
    points.addAll(segment(Arrays.copyOfRange(values, from, values.length), true));
    return new Xmr(points);
  }

  /** The newest point. */
  public Point last() {
    if (points.isEmpty()) {
      throw new IllegalStateException("a chart of no points");
    }
    return points.get(points.size() - 1);
  }

  static List<Point> segment(double[] values, boolean screened) {
    if (values.length == 0) {
      return List.of();
    }
    double[] base = Arrays.copyOf(values, Math.min(values.length, FIXED_AFTER));
    double mean = mean(base);
    double spread = LIMIT * movingRange(base, screened);
    XmrRules rules = new XmrRules(values, mean, spread);
    boolean tooShort = values.length < LEAST_POINTS;
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      Rule rule = tooShort ? Rule.TOO_SHORT : rules.rule(i);
      Direction direction = rules.direction(i, rule);
      points.add(new Point(values[i], mean, mean - spread, mean + spread, rule, direction));
    }
    return points;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("not a value of a series: " + value);
      }
      sum += value;
    }
    return sum / values.length;
  }

  private static double movingRange(double[] values, boolean screened) {
    double[] ranges = new double[values.length - 1];
    for (int i = 0; i < ranges.length; i++) {
      ranges[i] = Math.abs(values[i + 1] - values[i]);
    }
    double all = Arrays.stream(ranges).average().orElse(0);
    if (!screened || all == 0) {
      return all;
    }
    return Arrays.stream(ranges).filter(range -> range < SCREEN * all).average().orElse(all);
  }
}
