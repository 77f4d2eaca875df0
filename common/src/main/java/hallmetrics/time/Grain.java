package hallmetrics.time;

/** The kinds of period. */
public enum Grain {
  DAY,
  /** Month to date: from the first of the month to a day. */
  MTD,
  /** ISO week, Monday to Sunday. */
  WEEK,
  MONTH,
  QUARTER,
  YEAR,
  /** Year to date: from January to the end of a month. */
  YTD,
  /** Any span from a first to a last day. */
  RANGE
}
