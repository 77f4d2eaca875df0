package hallmetrics.statistics;

/** Exact tests of proportions. */
public final class Binomial {
  private Binomial() {}

  /**
   * The two-sided exact p-value of k events among n when each happens with probability p: the sum
   * over all outcomes no more likely than k (what R's {@code binom.test} prints).
   *
   * @throws IllegalArgumentException unless 0 ≤ k ≤ n and 0 ≤ p ≤ 1
   */
  public static double pValue(long k, long n, double p) {
    if (k < 0 || k > n || !(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("no binomial test: k=" + k + ", n=" + n + ", p=" + p);
    }
    if (p == 0 || p == 1) {
      return k == (p == 0 ? 0 : n) ? 1 : 0;
    }
    long mode = Math.min(n, (long) Math.floor((n + 1.0) * p));
    double odds = p / (1 - p);
    return ExactTest.pValue(k, 0, n, mode, x -> (n - x) / (x + 1.0) * odds);
  }

  /**
   * Fisher's two-sided exact p-value of k1 among n1 against k2 among n2: both have the same unknown
   * rate, only the sum of their events is taken as given. 1 when either side or all events are
   * empty.
   */
  public static double pValue(Unit one, Unit other) {
    long events = Math.addExact(one.k(), other.k());
    long rest = other.n() - events;
    long drawn = one.n();
    long all = Math.addExact(one.n(), other.n());
    long least = Math.max(0, events - other.n());
    long most = Math.min(events, drawn);
    if (least == most) {
      return 1;
    }
    double peak = (drawn + 1.0) * (events + 1.0) / (all + 2.0);
    long mode = Math.max(least, Math.min(most, (long) Math.floor(peak)));
    return ExactTest.pValue(
        one.k(),
        least,
        most,
        mode,
        x -> (events - x) / (x + 1.0) * ((drawn - x) / (rest + x + 1.0)));
  }
}
