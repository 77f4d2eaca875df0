package hallmetrics.statistics;

/** Which end of a metric is the good one. */
public enum Better {
  HIGHER,
  LOWER
}
