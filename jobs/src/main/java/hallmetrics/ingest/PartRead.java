package hallmetrics.ingest;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a part says as a whole; small enough for the driver.
 *
 * @param fault why the delivery cannot be read; null when the part was read whole
 * @param records how many records the part holds
 * @param reasons how many records were rejected, by the first reason
 * @param gates for each gate in order: records among, records counted
 * @param months months since year 0 of the accepted records
 */
record PartRead(
    int delivery,
    @Nullable Refusal fault,
    long records,
    Map<String, Long> reasons,
    long[][] gates,
    Set<Integer> months)
    implements Serializable {

  /** How many of its records are rejected. */
  long rejectedCount() {
    return reasons.values().stream().mapToLong(Long::longValue).sum();
  }
}
