package hallmetrics.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The newest month of a headline series as one of a pack's tests. A chart's point outside its
 * limits is a false alarm in about one of a hundred quiet months; so it is claimed only if the
 * month also survives a test in {@link Claims}, together with everything else the pack compares.
 *
 * <p>Where the chart calls nothing outside, the p-value is 1: nothing would be claimed.
 */
public final class SeriesTest {
  private SeriesTest() {}

  /**
   * A series of proportions, by Fisher's test against the months before.
   *
   * @param months oldest first, at least one, of one definition
   * @param outside whether the chart calls the newest outside its limits
   */
  public static GroupTest.Result ofProportions(List<Unit> months, Least least, boolean outside) {
    GroupTest.Result newest = GroupTest.newest(months, least);
    return outside ? newest : silent(newest);
  }

  /**
   * A series of counts, means or days, by Student's test of a new observation. It knows nothing but
   * the spread of the months before, so it takes a far point to convince it.
   *
   * @param id what the result is about
   * @param values oldest first, at least one, of one definition
   * @param outside whether the chart calls the newest outside its limits
   */
  public static GroupTest.Result ofValues(String id, double[] values, boolean outside) {
    int before = values.length - 1;
    double newest = values[before];
    double[] earlier = Arrays.copyOf(values, before);
    double mean = Arrays.stream(earlier).average().orElse(newest);
    double squares = Arrays.stream(earlier).map(v -> (v - mean) * (v - mean)).sum();
    GroupTest.Side side =
        newest > mean
            ? GroupTest.Side.ABOVE
            : newest < mean ? GroupTest.Side.BELOW : GroupTest.Side.EQUAL;
    Unit unit = new Unit(id, 0, values.length);
    boolean eligible = values.length >= Xmr.LEAST_POINTS && squares > 0;
    if (!eligible) {
      return new GroupTest.Result(unit, 0, 1, side, false, 0);
    }
    double error = Math.sqrt(squares / (before - 1) * (1 + 1.0 / before));
    double distance = Math.abs(newest - mean) / error;
    double pValue = 2 * TDistribution.of(before - 1).survivalProbability(distance);
    GroupTest.Result result = new GroupTest.Result(unit, 0, pValue, side, true, distance);
    return outside ? result : silent(result);
  }

  private static GroupTest.Result silent(GroupTest.Result test) {
    return new GroupTest.Result(
        test.unit(), test.expected(), 1, test.side(), test.eligible(), test.distance());
  }
}
