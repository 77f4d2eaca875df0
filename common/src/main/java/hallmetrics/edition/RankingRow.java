package hallmetrics.edition;

import org.jspecify.annotations.Nullable;

/**
 * One row of {@code rankings}.
 *
 * @param rank competition rank inside the group (1,2,2,4), 1 = best; null when not ranked
 * @param rankOf how many units of the group are ranked
 * @param expectedRank mean rank over the draws; null when not ranked or a SCORE
 * @param rankLow best rank of the 95 % interval
 * @param named BEST or WORST where the unit may be named, else null
 * @param unrankedReason why it is not ranked (SMALL_SAMPLE, NO_BUSINESS, NOT_RECEIVED, NOT_DUE, or
 *     ALONE: it is the only one of its group that could be), else null
 */
public record RankingRow(
    String period,
    String metric,
    String rankGroup,
    String scope,
    String scopeId,
    String scopeName,
    @Nullable Integer rank,
    int rankOf,
    boolean tied,
    @Nullable Double expectedRank,
    @Nullable Integer rankLow,
    @Nullable Integer rankHigh,
    @Nullable String named,
    @Nullable String unrankedReason) {}
