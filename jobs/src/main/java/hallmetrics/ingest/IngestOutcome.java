package hallmetrics.ingest;

import hallmetrics.edition.FateRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a night's reading came to.
 *
 * @param read deliveries that were read whole, in order of decision
 * @param refused deliveries kept out, with why
 * @param fates how many records of each delivery met which fate
 * @param findings gates that spoke
 * @param refusedBy the gate that refuses the whole night, or null
 * @param touched origin months by table whose counts change
 */
public record IngestOutcome(
    List<Unread> read,
    Map<Unread, Refusal> refused,
    List<FateRow> fates,
    List<GateFinding> findings,
    @Nullable GateFinding refusedBy,
    Map<String, Set<String>> touched) {

  /** Records by fate over all deliveries. */
  public Map<String, Long> totals() {
    Map<String, Long> totals = new TreeMap<>();
    fates.forEach(row -> totals.merge(row.fate(), row.records(), Long::sum));
    return totals;
  }

  /** SHA-256 of the deliveries that stayed out. */
  public Set<String> refusedHashes() {
    return refused.keySet().stream()
        .map(file -> file.delivery().sha256())
        .collect(Collectors.toSet());
  }

  /** The same with further files that stayed out. */
  public IngestOutcome withRefused(Map<Unread, Refusal> more) {
    Map<Unread, Refusal> all = new LinkedHashMap<>(refused);
    all.putAll(more);
    return new IngestOutcome(read, all, fates, findings, refusedBy, touched);
  }
}
