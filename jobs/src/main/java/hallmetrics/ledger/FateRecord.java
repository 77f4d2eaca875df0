package hallmetrics.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code night.fates}: how many records of a delivery met a fate in a run.
 *
 * @param fate ACCEPTED, DUPLICATE, SUPERSEDED or REJECTED
 * @param reason why; null where the fate needs none
 */
public record FateRecord(
    String run,
    String delivery,
    String source,
    String table,
    String fate,
    @Nullable String reason,
    long records) {}
