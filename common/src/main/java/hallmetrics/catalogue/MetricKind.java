package hallmetrics.catalogue;

/** How a metric is made from measures. */
public enum MetricKind {
  /** A number of rows. */
  COUNT,
  /** A part of a whole: numerator rows are among the denominator rows; has a Wilson interval. */
  PROPORTION,
  /** A quotient that may exceed 1; no interval. */
  RATE,
  /** A sum of x over a number of rows. */
  MEAN,
  /** The least whole number of days with cumulative count at least q·n. */
  QUANTILE,
  /** Duties open at an instant. */
  STOCK,
  /** One stated decimal a scope and period. */
  SCORE
}
