package hallmetrics.demo;

/**
 * What a figure must be, counted while the city was made: a check that shares no code with
 * counting.
 *
 * @param metric metric id
 * @param scope ALL or REGION
 * @param scopeId empty for ALL
 * @param numerator events, or the count itself
 * @param denominator what they are of; 0 for a count
 */
public record Tally(
    String metric, String scope, String scopeId, long numerator, long denominator) {}
