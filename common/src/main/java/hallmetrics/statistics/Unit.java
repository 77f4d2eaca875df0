package hallmetrics.statistics;

import java.io.Serializable;

/**
 * One compared unit: a region, hall or window with k events among n.
 *
 * @param id stable id, unique inside its group
 * @param k events, 0 ≤ k ≤ n
 * @param n trials; 0 means that the unit had no business
 */
public record Unit(String id, long k, long n) implements Serializable {
  public Unit {
    if (k < 0 || k > n) {
      throw new IllegalArgumentException("no proportion: " + id + " k=" + k + ", n=" + n);
    }
  }
}
