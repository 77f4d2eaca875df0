package hallmetrics.statistics;

/** The Wilson score interval of a proportion. */
public final class Wilson {
  /** The normal quantile of a two-sided 95 % interval. */
  public static final double Z = 1.959963984540054;

  private Wilson() {}

  /**
   * The 95 % interval of k events among n. Exactly 0 below when k = 0, exactly 1 above when k = n.
   *
   * @throws IllegalArgumentException unless 0 ≤ k ≤ n and n &gt; 0: a rate of nothing has no
   *     interval
   */
  public static Interval interval(long k, long n) {
    if (n <= 0 || k < 0 || k > n) {
      throw new IllegalArgumentException("no proportion: k=" + k + ", n=" + n);
    }
    double square = Z * Z;
    double total = n + square;
    double centre = (k + square / 2) / total;
    double spread = (double) k * (n - k) / n;
    double half = Z / total * Math.sqrt(spread + square / 4);
    double low = k == 0 ? 0 : Math.max(0, centre - half);
    double high = k == n ? 1 : Math.min(1, centre + half);
    return new Interval(low, high);
  }
}
