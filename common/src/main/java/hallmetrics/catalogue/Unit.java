package hallmetrics.catalogue;

/** How a value is printed; the value itself is never scaled. */
public enum Unit {
  /** A plain number. */
  NONE,
  /** A percentage with two decimals. */
  PERCENT,
  /** Cases per 100,000 with one decimal. */
  PER_100K,
  /** Working days. */
  DAYS,
  /** Minutes. */
  MINUTES,
  /** Score points. */
  POINTS
}
