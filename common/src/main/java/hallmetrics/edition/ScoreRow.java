package hallmetrics.edition;

import org.jspecify.annotations.Nullable;

/** One row of {@code score}: an item of a scorecard with every number it was made from. */
public record ScoreRow(
    String period,
    String card,
    String scope,
    String scopeId,
    String item,
    String metric,
    @Nullable Double value,
    double full,
    @Nullable Double points,
    String rule) {}
