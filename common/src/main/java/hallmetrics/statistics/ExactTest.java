package hallmetrics.statistics;

/**
 * The two-sided p-value of a discrete distribution with one mode: the weight of all outcomes no
 * more likely than the one seen. Walks outwards from the mode by the ratio of neighbouring
 * outcomes, so that only additions, products and quotients are needed (the same bits on every JVM)
 * and some twenty standard deviations of steps suffice.
 */
final class ExactTest {
  /** As in R: outcomes that differ from the seen one only by rounding count as equally likely. */
  private static final double TIE = 1 + 1e-7;

  /** Weights below this part of the mode's cannot change a sum in its last digit. */
  private static final double NOTHING = 1e-30;

  /** How likely the outcome x+1 is, as a multiple of the outcome x. */
  interface Ratio {
    double up(long x);
  }

  private ExactTest() {}

  /** The p-value of {@code seen} where outcomes reach from {@code least} to {@code most}. */
  static double pValue(long seen, long least, long most, long mode, Ratio ratio) {
    double weight = weightOf(seen, mode, ratio);
    double[] sums = new double[2];
    add(sums, 1, weight);
    double step = 1;
    for (long x = mode; x < most; x++) {
      step *= ratio.up(x);
      if (done(step, weight)) {
        break;
      }
      add(sums, step, weight);
    }
    step = 1;
    for (long x = mode; x > least; x--) {
      step /= ratio.up(x - 1);
      if (done(step, weight)) {
        break;
      }
      add(sums, step, weight);
    }
    return Math.min(1, sums[0] / (sums[0] + sums[1]));
  }

  private static double weightOf(long seen, long mode, Ratio ratio) {
    double weight = 1;
    for (long x = mode; x < seen && weight > 0; x++) {
      weight *= ratio.up(x);
    }
    for (long x = mode; x > seen && weight > 0; x--) {
      weight /= ratio.up(x - 1);
    }
    return weight;
  }

  private static boolean done(double step, double weight) {
    return step == 0 || (step < NOTHING && step < weight * NOTHING);
  }

  private static void add(double[] sums, double step, double weight) {
    sums[step <= weight * TIE ? 0 : 1] += step;
  }
}
