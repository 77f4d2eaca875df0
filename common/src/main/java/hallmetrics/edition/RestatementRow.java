package hallmetrics.edition;

import org.jspecify.annotations.Nullable;

/** One figure that differs from the edition before. Numbers as in {@link MetricRow}. */
public record RestatementRow(
    String period,
    int edition,
    String metric,
    String scope,
    String scopeId,
    String split,
    String splitValue,
    @Nullable Double oldN,
    @Nullable Double oldD,
    @Nullable Double oldValue,
    @Nullable Double newN,
    @Nullable Double newD,
    @Nullable Double newValue,
    long records,
    String reason) {}
