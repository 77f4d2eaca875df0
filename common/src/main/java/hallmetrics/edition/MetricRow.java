package hallmetrics.edition;

import org.jspecify.annotations.Nullable;

/**
 * One row of {@code metrics}: a figure with what it rests on. Names of enums are stored as text.
 *
 * @param period printed period, such as 2026-10
 * @param grain DAY MTD WEEK MONTH QUARTER YEAR YTD RANGE
 * @param kind COUNT PROPORTION RATE MEAN QUANTILE STOCK SCORE
 * @param unit NONE PERCENT PER_100K DAYS MINUTES POINTS: how to print; the value is never scaled
 * @param scope ALL REGION ORG HALL WINDOW ITEM
 * @param scopeId stable id; empty for ALL
 * @param split split name; empty for the unsplit row (with an empty split value)
 * @param numerator k; a whole number for COUNT and PROPORTION (exact up to 2^53); null when not
 *     asked
 * @param denominator n; null where the kind has none
 * @param value numerator/denominator as double; null when the denominator is 0
 * @param low Wilson 95 % bound, PROPORTION only
 * @param state OK NO_BUSINESS NOT_RECEIVED PARTIAL NOT_DUE
 * @param previous value of the period before, as the decided ledger says now
 * @param comparable false when a definition changed between the compared periods
 * @param signal NONE OUTSIDE RUN NEAR TOO_SHORT
 * @param direction UP or DOWN of the signal, else null
 * @param asOf day of the figures
 */
public record MetricRow(
    String period,
    String grain,
    String metric,
    String kind,
    String unit,
    String scope,
    String scopeId,
    String scopeName,
    String split,
    String splitValue,
    @Nullable Double numerator,
    @Nullable Double denominator,
    @Nullable Double value,
    @Nullable Double low,
    @Nullable Double high,
    boolean sufficient,
    String state,
    @Nullable Double target,
    @Nullable Double previous,
    @Nullable Double yearAgo,
    boolean comparable,
    String signal,
    @Nullable String direction,
    String asOf,
    int definitionVersion) {

  /** The same figure printed in another unit. */
  public MetricRow printed(String other) {
    return new MetricRow(
        period,
        grain,
        metric,
        kind,
        other,
        scope,
        scopeId,
        scopeName,
        split,
        splitValue,
        numerator,
        denominator,
        value,
        low,
        high,
        sufficient,
        state,
        target,
        previous,
        yearAgo,
        comparable,
        signal,
        direction,
        asOf,
        definitionVersion);
  }
}
