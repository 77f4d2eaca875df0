package hallmetrics.edition;

import org.jspecify.annotations.Nullable;

/**
 * One row of {@code claims}: something the pack of an edition says of somebody. The sentences of
 * its pages are made from these rows and nothing else may be claimed.
 *
 * @param kind NAMED (a unit differs from its group), OUTSIDE (the newest point of a headline
 *     series), NOT_RECEIVED (a place or source that stopped sending) or REFUSED (a file that stays
 *     out)
 * @param metric of NAMED and OUTSIDE, else null
 * @param scope of what is claimed; null for REFUSED
 * @param scopeName as printed; null for REFUSED
 * @param side BEST or WORST of NAMED, UP or DOWN of OUTSIDE, else null
 * @param pValue of NAMED and OUTSIDE, as judged together with all tests of the pack
 * @param source of NOT_RECEIVED and REFUSED, else null
 * @param file name of a REFUSED file, else null
 * @param since first day missing of NOT_RECEIVED (yyyy-MM-dd), else null
 * @param reason why a file was REFUSED, else null
 */
public record ClaimRow(
    String period,
    String kind,
    @Nullable String metric,
    @Nullable String scope,
    @Nullable String scopeId,
    @Nullable String scopeName,
    @Nullable String side,
    @Nullable Double pValue,
    @Nullable String source,
    @Nullable String file,
    @Nullable String since,
    @Nullable String reason) {

  /** A unit that differs from the rest of its group by more than chance. */
  public static ClaimRow named(RankingRow row, String side, double pValue) {
    return new ClaimRow(
        row.period(),
        "NAMED",
        row.metric(),
        row.scope(),
        row.scopeId(),
        row.scopeName(),
        side,
        pValue,
        null,
        null,
        null,
        null);
  }

  /** A headline series whose newest point differs from its past by more than chance. */
  public static ClaimRow outside(MetricRow row, String direction, double pValue) {
    return new ClaimRow(
        row.period(),
        "OUTSIDE",
        row.metric(),
        row.scope(),
        row.scopeId(),
        row.scopeName(),
        direction,
        pValue,
        null,
        null,
        null,
        null);
  }

  /** A place that stopped sending. */
  public static ClaimRow notReceived(
      String period, String scope, String scopeId, String name, String source, String since) {
    return new ClaimRow(
        period, "NOT_RECEIVED", null, scope, scopeId, name, null, null, source, null, since, null);
  }

  /** A file that stays out. */
  public static ClaimRow refused(String period, String source, String file, String reason) {
    return new ClaimRow(
        period, "REFUSED", null, null, null, null, null, null, source, file, null, reason);
  }
}
