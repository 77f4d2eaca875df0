package hallmetrics.demo;

import org.jspecify.annotations.Nullable;

/**
 * What became of one planted truth, or one claim nobody planted.
 *
 * @param verdict FOUND, MISSING or OTHER (a claim that was not planted)
 * @param kind of a truth {@link Truth.Kind}, of another claim its kind in the table claims
 * @param metric null where it is about no metric
 * @param scope null where it is about no unit
 * @param path of a delivered file; null where it is about none
 * @param what in Chinese, for people
 */
public record TruthRow(
    String verdict,
    String kind,
    @Nullable String metric,
    @Nullable String scope,
    @Nullable String scopeId,
    @Nullable String source,
    @Nullable String path,
    String what) {}
