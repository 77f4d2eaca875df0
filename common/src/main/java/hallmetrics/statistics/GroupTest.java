package hallmetrics.statistics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
   * @param distance from the rest in standard errors, on the arcsine scale; orders what a p-value
   *     too small for a double no longer does
   */
  public record Result(
      Unit unit, double expected, double pValue, Side side, boolean eligible, double distance)
      implements Serializable {

    private static Result nothing(Unit unit, double expected) {
      return new Result(unit, expected, 1, Side.EQUAL, false, 0);
    }
  }

  public GroupTest {
    results = List.copyOf(results);
  }

  /** Tests every unit of a group against the others; units without business test nothing. */
  public static GroupTest of(List<Unit> units, Least least) {
    return of(units, least, Set.of());
  }

  /**
   * The same, some units set apart: they are tested against the others, but no part of what any
   * unit is compared with. How much the units differ at all (τ²) is still measured on all of them.
   *
   * @param apart ids of units
   */
  public static GroupTest of(List<Unit> units, Least least, Set<String> apart) {
    Overdispersion spread = Overdispersion.of(units);
    Unit all = total(units);
    List<Unit> plain = units.stream().filter(unit -> !apart.contains(unit.id())).toList();
    Unit others = total(plain);
    double rate = rate(all);
    double squares = plain.stream().mapToDouble(GroupTest::square).sum();
    List<Result> results = new ArrayList<>();
    for (Unit unit : units) {
      boolean inside = !apart.contains(unit.id());
      Unit rest = inside ? minus(others, unit) : others;
      double expected = unit.n() * Math.min(rate, 1 - rate);
      if (unit.n() == 0 || rest.n() == 0) {
        results.add(Result.nothing(unit, expected));
        continue;
      }
      double restSquares = inside ? squares - square(unit) : squares;
      double distance = distance(unit, rest, spread.tau2(), restSquares);
      double pValue = Binomial.pValue(unit, rest);
      if (spread.on()) {
        double wide = 2 * NormalDistribution.of(0, 1).survivalProbability(distance);
        pValue = Math.max(pValue, wide);
      }
      boolean eligible = unit.n() >= least.n() && expected >= least.expected();
      results.add(new Result(unit, expected, pValue, side(unit, rest), eligible, distance));
    }
    return new GroupTest(results, spread);
  }

  private static double square(Unit unit) {
    return (double) unit.n() * unit.n();
  }

  private static double rate(Unit unit) {
    return unit.n() == 0 ? 0 : (double) unit.k() / unit.n();
  }

  private static Unit minus(Unit all, Unit one) {
    return new Unit("", all.k() - one.k(), all.n() - one.n());
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
    Unit rest = minus(all, newest);
    double rate = rate(all);
    double expected = newest.n() * Math.min(rate, 1 - rate);
    if (newest.n() == 0 || rest.n() == 0) {
      return Result.nothing(newest, expected);
    }
    boolean eligible = newest.n() >= least.n() && expected >= least.expected();
    return new Result(
        newest,
        expected,
        Binomial.pValue(newest, rest),
        side(newest, rest),
        eligible,
        distance(newest, rest, 0, 0));
  }

  /**
   * The result of a unit.
   *
   * @throws java.util.NoSuchElementException if it was not tested
   */
  public Result result(String id) {
    return results.stream().filter(one -> one.unit().id().equals(id)).findFirst().orElseThrow();
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
  private static double distance(Unit unit, Unit rest, double tau2, double restSquares) {
    double one = Overdispersion.angle((double) unit.k() / unit.n());
    double other = Overdispersion.angle((double) rest.k() / rest.n());
    double shared = restSquares / rest.n() / rest.n();
    double chance = (1.0 / unit.n() + 1.0 / rest.n()) / 4;
    return Math.abs(one - other) / Math.sqrt(chance + tau2 * (1 + shared));
  }
}
