package hallmetrics.demo;

import java.util.List;

/**
 * A stream of random numbers named by a seed and a path, so that one part of the city can change
 * without moving any other. SplitMix64, written out because a JDK may change its generators.
 */
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private long state;

  private Dice(long state) {
    this.state = state;
  }

  static Dice of(long seed, Object... path) {
    long hash = 0xCBF29CE484222325L ^ mix(seed);
    for (Object part : path) {
      String text = part.toString();
      for (int i = 0; i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
      }
      hash = (hash ^ '/') * 0x100000001B3L;
    }
    return new Dice(mix(hash));
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Uniform in [0, 1). */
  double uniform() {
    state += GOLDEN;
    return (mix(state) >>> 11) * 0x1.0p-53;
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  /** Uniform whole number in [0, bound). */
  int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** Uniform whole number in [low, high]. */
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  <T> T pick(List<T> values) {
    return values.get(below(values.size()));
  }

  /** Index drawn with the given weights. */
  int weighted(double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double point = uniform() * sum;
    for (int i = 0; i < weights.length - 1; i++) {
      point -= weights[i];
      if (point < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /** Poisson by Knuth's product, in pieces so that a large mean does not underflow. */
  int poisson(double mean) {
    int count = 0;
    double left = mean;
    while (left > 0) {
      double step = Math.min(left, 30);
      double floor = StrictMath.exp(-step);
      double product = uniform();
      while (product > floor) {
        count++;
        product *= uniform();
      }
      left -= step;
    }
    return count;
  }
}
