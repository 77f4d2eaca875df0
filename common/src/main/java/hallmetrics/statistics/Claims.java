package hallmetrics.statistics;

import java.util.List;
import java.util.stream.IntStream;

/** Which units a pack may name. */
public final class Claims {
  /** The accepted share of false names among all names of a pack. */
  public static final double Q = 0.03;

  private Claims() {}

  /**
   * Benjamini–Hochberg at q = 0.03 over the tests of a whole pack, all units of all metrics
   * together. Tests whose sample is too small to be named take no part and are never named.
   *
   * @return true where the unit may be named, in the order of the tests
   */
  public static boolean[] named(List<GroupTest.Result> tests) {
    int[] eligible =
        IntStream.range(0, tests.size()).filter(i -> tests.get(i).eligible()).toArray();
    double[] pValues = IntStream.of(eligible).mapToDouble(i -> tests.get(i).pValue()).toArray();
    boolean[] rejected = BenjaminiHochberg.reject(pValues, Q);
    boolean[] named = new boolean[tests.size()];
    for (int i = 0; i < eligible.length; i++) {
      named[eligible[i]] = rejected[i];
    }
    return named;
  }
}
