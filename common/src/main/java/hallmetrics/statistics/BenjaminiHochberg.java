package hallmetrics.statistics;

import java.util.Arrays;

/** Which of many tests may be believed when the false discovery rate is to stay below q. */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /**
   * Rejects the hypotheses of the m smallest p-values, m the greatest with p(m) ≤ m·q / count.
   *
   * @param pValues one per test, 0 to 1
   * @param q the accepted share of false claims among the claims
   * @return true where the test is rejected, in the order of {@code pValues}
   */
  public static boolean[] reject(double[] pValues, double q) {
    double[] sorted = pValues.clone();
    Arrays.sort(sorted);
    double limit = -1;
    for (int i = 0; i < sorted.length; i++) {
      if (sorted[i] <= (i + 1) * q / sorted.length) {
        limit = sorted[i];
      }
    }
    boolean[] rejected = new boolean[pValues.length];
    for (int i = 0; i < pValues.length; i++) {
      rejected[i] = pValues[i] <= limit;
    }
    return rejected;
  }
}
