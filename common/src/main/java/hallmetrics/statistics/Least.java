package hallmetrics.statistics;

import java.io.Serializable;

/**
 * The least sample of a metric.
 *
 * @param n below it a unit is listed, not ranked
 * @param expected expected events, below it a unit is ranked but never named
 */
public record Least(long n, double expected) implements Serializable {
  /** What a metric has that says nothing: 30 and 5. */
  public static final Least STANDARD = new Least(30, 5);
}
