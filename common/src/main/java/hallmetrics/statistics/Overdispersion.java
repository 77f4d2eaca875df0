package hallmetrics.statistics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether the units of a group differ more than chance allows, and by how much: Spiegelhalter's
 * additive random effects on the arcsine scale.
 *
 * @param phi mean square of the z-scores, winsorised at 10 and 90 %; about 1 when only chance is at
 *     work; 0 where the group has no events or only events
 * @param tau2 between-unit variance on the arcsine scale (DerSimonian and Laird); 0 unless on
 * @param on whether I ≥ 10 and φ &gt; 1 + 2√(2/I): the limits are then widened by τ²
 */
public record Overdispersion(double phi, double tau2, boolean on) implements Serializable {
  private static final int LEAST_UNITS = 10;
  private static final double TRIM = 0.1;

  /** Measures a group; units without business do not count. */
  public static Overdispersion of(List<Unit> units) {
    List<Unit> counted = units.stream().filter(unit -> unit.n() > 0).toList();
    double events = counted.stream().mapToLong(Unit::k).sum();
    double trials = counted.stream().mapToLong(Unit::n).sum();
    if (events == 0 || events == trials) {
      return new Overdispersion(0, 0, false);
    }
    double rate = events / trials;
    double[] scores = new double[counted.size()];
    double weights = 0;
    double squares = 0;
    for (int i = 0; i < scores.length; i++) {
      Unit unit = counted.get(i);
      scores[i] = score(unit, rate);
      weights += 4.0 * unit.n();
      squares += 16.0 * unit.n() * unit.n();
    }
    return of(winsorised(scores), weights, squares);
  }

  /**
   * How far a unit is from the rate in standard errors: on the arcsine scale, and where few events
   * are expected by the exact mid-p. There the arcsine takes a lucky zero for four standard errors
   * and would blame chance on the units.
   */
  private static double score(Unit unit, double rate) {
    double expected = unit.n() * Math.min(rate, 1 - rate);
    if (expected >= Funnel.FEW_EVENTS || unit.n() > Integer.MAX_VALUE) {
      return 2 * Math.sqrt(unit.n()) * (angle((double) unit.k() / unit.n()) - angle(rate));
    }
    BinomialDistribution chance = BinomialDistribution.of((int) unit.n(), rate);
    int k = (int) unit.k();
    double half = chance.probability(k) / 2;
    double below = k == 0 ? half : chance.cumulativeProbability(k - 1) + half;
    double above = chance.survivalProbability(k) + half;
    NormalDistribution normal = NormalDistribution.of(0, 1);
    return below < above
        ? normal.inverseCumulativeProbability(Math.max(below, Double.MIN_NORMAL))
        : normal.inverseSurvivalProbability(Math.max(above, Double.MIN_NORMAL));
  }

  private static Overdispersion of(double[] scores, double weights, double squares) {
    int units = scores.length;
    double sum = 0;
    for (double score : scores) {
      sum += score * score;
    }
    double phi = sum / units;
    boolean on = units >= LEAST_UNITS && phi > 1 + 2 * Math.sqrt(2.0 / units);
    double tau2 = on ? Math.max(0, (sum - (units - 1)) / (weights - squares / weights)) : 0;
    return new Overdispersion(phi, tau2, on);
  }

  /** The variance-stabilising angle asin √p of a proportion. */
  static double angle(double proportion) {
    return StrictMath.asin(Math.sqrt(proportion));
  }

  static double[] winsorised(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double low = quantile(sorted, TRIM);
    double high = quantile(sorted, 1 - TRIM);
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = Math.max(low, Math.min(high, values[i]));
    }
    return result;
  }

  /** Linear between order statistics, as R's default. */
  private static double quantile(double[] sorted, double part) {
    double place = part * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
