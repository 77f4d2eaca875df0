package hallmetrics.statistics;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Simulated cities for the calibration tests. */
final class Simulation {
  /** Typical unit size and rate of eight metrics of a city of districts. */
  private static final double[][] METRICS = {
    {20_000, 0.008}, // bad ratings
    {160, 0.90}, // rectified on time
    {1_200, 0.95}, // tickets closed on time
    {1_200, 0.97}, // answered on time
    {700, 0.80}, // resolved
    {500, 0.90}, // satisfied
    {4_000, 0.985}, // cases on time
    {90, 0.88} // messages answered
  };

  /** The metrics whose city series are headlines: bad ratings, tickets and cases on time. */
  private static final int[] HEADLINES = {0, 2, 6};

  private static final int MONTHS = 14;

  private Simulation() {}

  /**
   * The headline series of a city: its newest month is what its districts add up to, the months
   * before are drawn at the rate all have.
   */
  static List<List<Unit>> headlines(long seed, List<List<Unit>> city) {
    RandomStream random = new RandomStream("headlines " + seed);
    List<List<Unit>> series = new ArrayList<>();
    for (int metric : HEADLINES) {
      long k = city.get(metric).stream().mapToLong(Unit::k).sum();
      long n = city.get(metric).stream().mapToLong(Unit::n).sum();
      List<Unit> months = new ArrayList<>();
      for (int i = 1; i < MONTHS; i++) {
        long size = Math.round(n * (0.9 + 0.2 * random.nextUniform()));
        months.add(new Unit("m" + i, binomial(random, size, METRICS[metric][1]), size));
      }
      months.add(new Unit("m" + MONTHS, k, n));
      series.add(months);
    }
    return series;
  }

  /** A city in which all districts are alike: one group per metric. */
  static List<List<Unit>> city(long seed) {
    RandomStream random = new RandomStream("null city " + seed);
    int districts = 12 + (int) (4 * random.nextUniform());
    double[] sizes = new double[districts];
    for (int i = 0; i < districts; i++) {
      sizes[i] = StrictMath.exp(0.6 * random.nextNormal());
    }
    List<List<Unit>> metrics = new ArrayList<>();
    for (double[] metric : METRICS) {
      List<Unit> units = new ArrayList<>();
      for (int i = 0; i < districts; i++) {
        long n = Math.max(1, Math.round(metric[0] * sizes[i]));
        units.add(new Unit("d" + i, binomial(random, n, metric[1]), n));
      }
      metrics.add(units);
    }
    return metrics;
  }

  /** The same city, the first district's first metric replaced: so many times the others' rate. */
  static List<List<Unit>> raised(long seed, double expected, double times) {
    List<List<Unit>> metrics = city(seed);
    RandomStream random = new RandomStream("raised " + seed + " " + expected + " " + times);
    List<Unit> units = new ArrayList<>(metrics.get(0));
    double rate = METRICS[0][1];
    long n = Math.round(expected / rate);
    units.set(0, new Unit("d0", binomial(random, n, times * rate), n));
    metrics.set(0, units);
    return metrics;
  }

  /** Exact: walks outwards from the mode by the ratio of neighbours. */
  static long binomial(RandomStream random, long n, double p) {
    long up = Math.min(n, (long) ((n + 1) * p));
    long down = up;
    double odds = p / (1 - p);
    double peak = BinomialDistribution.of((int) n, p).probability((int) up);
    double upWeight = peak;
    double downWeight = peak;
    double left = random.nextUniform() - peak;
    while (left > 0 && (upWeight > 0 || downWeight > 0)) {
      upWeight *= up < n ? (n - up) / (up + 1.0) * odds : 0;
      up++;
      left -= upWeight;
      if (left <= 0) {
        return up;
      }
      downWeight *= down > 0 ? down / (n - down + 1.0) / odds : 0;
      down--;
      left -= downWeight;
      if (left <= 0) {
        return down;
      }
    }
    return Math.min(n, (long) ((n + 1) * p));
  }
}
