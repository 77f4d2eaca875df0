package hallmetrics.edition;

import org.jspecify.annotations.Nullable;

/**
 * One row of {@code fates}.
 *
 * @param fate ACCEPTED DUPLICATE SUPERSEDED REJECTED
 * @param reason why a record was REJECTED, else null
 */
public record FateRow(
    String delivery,
    String source,
    String table,
    String fate,
    @Nullable String reason,
    long records) {}
