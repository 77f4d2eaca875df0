package hallmetrics.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code night.deliveries}. A delivery may have several rows; the one of the newest run
 * says its state.
 *
 * @param sha256 64 hex digits over its bytes
 * @param name file name it came under
 * @param asOf its as_of; null when it was refused for having none
 * @param records records read; 0 when refused
 * @param fault code of the refusal, or the reason of a withdrawal; null when read
 * @param run the run that wrote the row
 */
public record DeliveryRecord(
    String sha256,
    String source,
    String name,
    @Nullable Instant asOf,
    long bytes,
    long records,
    DeliveryState state,
    @Nullable String fault,
    String run) {}
