package hallmetrics.statistics;

import java.util.function.DoublePredicate;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Control limits of a funnel plot: how far from the target a unit of size n may stand by chance
 * alone.
 */
public final class Funnel {
  /** Below so many expected events limits and scores are exact. */
  static final double FEW_EVENTS = 50;

  private static final int HALVINGS = 60;

  /** How wide the limits are. */
  public enum Level {
    /** 95 %: worth a look. */
    P95(1.959963984540054, 0.05),
    /** 99.8 %: out of line. */
    P998(3.090232306167813, 0.002);

    private final double z;
    private final double alpha;

    Level(double z, double alpha) {
      this.z = z;
      this.alpha = alpha;
    }
  }

  private Funnel() {}

  /** Limits without over-dispersion: {@link #limits(double, long, Level, double)} with τ² = 0. */
  public static Interval limits(double target, long n, Level level) {
    return limits(target, n, level, 0);
  }

  /**
   * The proportions between which k/n of a unit of size n stands by chance. Where fewer than 50
   * events are expected (n·min(t, 1−t)) they are exact: k/n lies strictly outside just when the
   * binomial tail from k on is less likely than half of what the level leaves. Above, arcsine
   * limits.
   *
   * @param target the proportion expected of every unit, 0 to 1
   * @param n size of the unit, &gt; 0
   * @param tau2 between-unit variance on the arcsine scale ({@link Overdispersion#tau2()}): widens
   *     the limits, never narrows them
   */
  public static Interval limits(double target, long n, Level level, double tau2) {
    if (!(target >= 0 && target <= 1) || n <= 0 || !(tau2 >= 0)) {
      throw new IllegalArgumentException("no funnel: target=" + target + ", n=" + n);
    }
    if (target == 0 || target == 1) {
      return new Interval(target, target);
    }
    Interval arcsine = arcsine(target, n, level, tau2);
    if (n * Math.min(target, 1 - target) >= FEW_EVENTS) {
      return arcsine;
    }
    Interval exact = exact(target, n, level);
    return tau2 > 0 ? exact.hull(arcsine) : exact;
  }

  static Interval arcsine(double target, long n, Level level, double tau2) {
    double half = level.z * Math.sqrt(1 / (4.0 * n) + tau2);
    double centre = Overdispersion.angle(target);
    double low = StrictMath.sin(Math.max(0, centre - half));
    double high = StrictMath.sin(Math.min(Math.PI / 2, centre + half));
    return new Interval(low * low, high * high);
  }

  /**
   * The binomial tails, P(X ≥ y) = I(t; y, n−y+1), are solved for y as a real number: the curve is
   * smooth in n and still tells every whole k exactly.
   */
  private static Interval exact(double target, long n, Level level) {
    double tail = level.alpha / 2;
    double high =
        boundary(
            n * target,
            n + 1.0,
            y -> BetaDistribution.of(y, n - y + 1).cumulativeProbability(target) > tail);
    double low =
        boundary(
            n * target,
            -1.0,
            y -> BetaDistribution.of(y + 1, n - y).survivalProbability(target) > tail);
    double least = Math.max(0, low / n);
    double most = Math.min(1, high / n);
    return new Interval(Math.min(least, target), Math.max(most, target));
  }

  /** The point between an inside and an outside end where the predicate stops to hold. */
  private static double boundary(double inside, double outside, DoublePredicate holds) {
    double near = inside;
    double far = outside;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (near + far) / 2;
      if (middle == near || middle == far) {
        break;
      }
      if (holds.test(middle)) {
        near = middle;
      } else {
        far = middle;
      }
    }
    return far;
  }

  /**
   * Limits of the ratio observed / expected of a Poisson count, exact.
   *
   * @param expected events expected, &gt; 0
   */
  public static Interval poisson(double expected, Level level) {
    if (!(expected > 0)) {
      throw new IllegalArgumentException("no Poisson funnel: expected=" + expected);
    }
    double tail = level.alpha / 2;
    double low =
        ChiSquaredDistribution.of(2 * expected).inverseCumulativeProbability(tail) / 2 / expected;
    double high =
        ChiSquaredDistribution.of(2 * (expected + 1)).inverseSurvivalProbability(tail)
            / 2
            / expected;
    return new Interval(low, high);
  }
}
