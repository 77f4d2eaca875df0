package hallmetrics.statistics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Every unit of a group against the rest of it.
 *
 * <p>The rest's rate is an estimate too, and in a city of a dozen districts not a much better one
 * than the unit's: taking it for known (a one-sample binomial test) claims too much. So the exact
 * test is Fisher's, of two samples. Where the units differ by more than chance ({@link
 * Overdispersion}), the greater of it and of the arcsine test with τ² counts.
 *
 * @param results one per unit, in order
 * @param overdispersion of the group
 */
public record GroupTest(List<Result> results, Overdispersion overdispersion)
    implements Serializable {

  /** On which side of the rest a unit stands. */
  public enum Side {
    ABOVE,
    BELOW,
    EQUAL
  }

  /**
   * The test of one unit.
   *
   * @param expected events expected at the rate of the whole group, of the rarer outcome: n·min(p,
   *     1−p)
   * @param pValue two-sided; 1 where the unit or the rest has no business
   * @param side of the unit's rate
   * @param eligible whether the sample is large enough to be named
   */
  public record Result(Unit unit, double expected, double pValue, Side side, boolean eligible)
      implements Serializable {}

  public GroupTest {
    results = List.copyOf(results);
  }

  /** Tests every unit of a group against the others; units without business test nothing. */
  public static GroupTest of(List<Unit> units, Least least) {
    Overdispersion spread = Overdispersion.of(units);
    Unit all = total(units);
    double rate = all.n() == 0 ? 0 : (double) all.k() / all.n();
    double squares = units.stream().mapToDouble(unit -> (double) unit.n() * unit.n()).sum();
    List<Result> results = new ArrayList<>();
    for (Unit unit : units) {
      Unit rest = new Unit("", all.k() - unit.k(), all.n() - unit.n());
      double expected = unit.n() * Math.min(rate, 1 - rate);
      boolean eligible = unit.n() >= least.n() && expected >= least.expected();
      if (unit.n() == 0 || rest.n() == 0) {
        results.add(new Result(unit, expected, 1, Side.EQUAL, false));
        continue;
      }
      double pValue = Binomial.pValue(unit, rest);
      if (spread.on()) {
        double restSquares = squares - (double) unit.n() * unit.n();
        pValue = Math.max(pValue, arcsine(unit, rest, spread.tau2(), restSquares));
      }
      results.add(new Result(unit, expected, pValue, side(unit, rest), eligible));
    }
    return new GroupTest(results, spread);
  }

  /**
   * The newest period of one series against its earlier ones, by Fisher's test. A chart's point
   * outside its limits is a false alarm in about one of a hundred quiet months; to be named in a
   * pack it should also survive this test in {@link Claims#named}, together with the pack's other
   * tests.
   *
   * @param series periods of one unit, oldest first, at least one
   */
  public static Result newest(List<Unit> series, Least least) {
    Unit newest = series.get(series.size() - 1);
    Unit all = total(series);
    Unit rest = new Unit("", all.k() - newest.k(), all.n() - newest.n());
    double rate = all.n() == 0 ? 0 : (double) all.k() / all.n();
    double expected = newest.n() * Math.min(rate, 1 - rate);
    if (newest.n() == 0 || rest.n() == 0) {
      return new Result(newest, expected, 1, Side.EQUAL, false);
    }
    boolean eligible = newest.n() >= least.n() && expected >= least.expected();
    return new Result(
        newest, expected, Binomial.pValue(newest, rest), side(newest, rest), eligible);
  }

  /** The p-values alone, in the order of the units. */
  public static double[] pValues(List<Unit> units) {
    return of(units, Least.STANDARD).results.stream().mapToDouble(Result::pValue).toArray();
  }

  private static Unit total(List<Unit> units) {
    return new Unit(
        "", units.stream().mapToLong(Unit::k).sum(), units.stream().mapToLong(Unit::n).sum());
  }

  private static Side side(Unit unit, Unit rest) {
    int comparison = Ranks.compare(unit, rest);
    if (comparison == 0) {
      return Side.EQUAL;
    }
    return comparison > 0 ? Side.ABOVE : Side.BELOW;
  }

  /** The rest pools units that each carry τ², so it carries τ²·Σnⱼ² / (Σnⱼ)². */
  private static double arcsine(Unit unit, Unit rest, double tau2, double restSquares) {
    double one = Overdispersion.angle((double) unit.k() / unit.n());
    double other = Overdispersion.angle((double) rest.k() / rest.n());
    double shared = restSquares / rest.n() / rest.n();
    double variance = 1 / (4.0 * unit.n()) + 1 / (4.0 * rest.n()) + tau2 * (1 + shared);
    double z = Math.abs(one - other) / Math.sqrt(variance);
    return 2 * NormalDistribution.of(0, 1).survivalProbability(z);
  }
}
