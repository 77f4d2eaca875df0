package hallmetrics.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a verb knows about its own run; the store adds number, state and snapshots.
 *
 * @param verb the verb, such as {@code nightly}
 * @param businessDate the day the run is for; null for a verb without one
 * @param asOf greatest business date decided once this run is
 * @param accepted gates that were let pass on purpose
 * @param fingerprint hash of each thing figures depend on (catalogue, registers, calendar …) by
 *     name
 * @param osUser who ran it
 * @param software name and version of the program
 */
public record RunFacts(
    String verb,
    @Nullable LocalDate businessDate,
    @Nullable LocalDate asOf,
    List<String> accepted,
    Map<String, String> fingerprint,
    String osUser,
    String software,
    Instant started,
    Instant ended) {}
