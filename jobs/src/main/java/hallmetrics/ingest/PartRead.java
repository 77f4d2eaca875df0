package hallmetrics.ingest;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the first pass over a part brings home: everything but the accepted content.
 *
 * @param fault why the delivery cannot be read; null when the part was read whole
 * @param records how many records the part holds
 * @param reasons how many records were rejected, by the first reason
 * @param rejected the records that are not understood
 * @param gates for each gate in order: records among, records counted
 * @param months months since year 0 of the accepted records
 * @param blocks the accepted records' entries, one block a partition of the key space
 */
record PartRead(
    int delivery,
    @Nullable Refusal fault,
    long records,
    Map<String, Long> reasons,
    List<RejectedRecord> rejected,
    long[][] gates,
    Set<Integer> months,
    KeyBlock[] blocks)
    implements Serializable {

  /** How many of its records are rejected. */
  long rejectedCount() {
    return reasons.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The same without entries and rejected records: small enough for the driver. */
  PartRead summary() {
    return new PartRead(
        delivery, fault, records, reasons, List.of(), gates, months, new KeyBlock[0]);
  }
}
