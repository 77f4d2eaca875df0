package hallmetrics.ingest;

import hallmetrics.ledger.DeliveryRecord;
import hallmetrics.ledger.DeliveryState;
import hallmetrics.run.Workplace;
import hallmetrics.source.SourceSpec;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which files need not be read again: those that were read, and refused ones about which nothing
 * changed since.
 *
 * @param newest the newest state of each delivery, by SHA-256
 * @param then hashes of what decided, by run and name
 * @param now the same as the site says today
 * @param accepted gates a person lets pass
 * @param untold runs that were cut off before anybody was told what they refused
 */
public record Known(
    Map<String, DeliveryRecord> newest,
    Map<String, Map<String, String>> then,
    Map<String, String> now,
    Set<String> accepted,
    Set<String> untold) {

  /**
   * What was decided of these bytes, where it still holds for this source; empty = read them.
   *
   * @param dated whether the day the file speaks for can be told
   */
  Optional<DeliveryRecord> settled(SourceSpec source, String sha256, boolean dated) {
    return Optional.ofNullable(newest.get(sha256))
        .filter(
            one ->
                switch (one.state()) {
                  case READ -> true;
                  case WITHDRAWN -> false;
                  case REFUSED -> stays(one, source, dated);
                });
  }

  private boolean stays(DeliveryRecord refused, SourceSpec source, boolean dated) {
    String fault = String.valueOf(refused.fault());
    if (accepted.contains(fault) || untold.contains(refused.run())) {
      return false;
    }
    if (fault.equals(Refusal.UNDATED.code())) {
      return !dated;
    }
    // a store of an older program does not say what decided then: the file is tried once more
    String name = Workplace.readingOf(source.name());
    String before = then.getOrDefault(refused.run(), Map.of()).get(name);
    return refused.source().equals(source.name()) && before != null && before.equals(now.get(name));
  }

  /** Sizes in bytes of everything that was delivered. */
  public Set<Long> sizes() {
    return newest.values().stream().map(DeliveryRecord::bytes).collect(Collectors.toSet());
  }

  /** Whether these bytes were read and count. */
  public boolean read(String sha256) {
    DeliveryRecord one = newest.get(sha256);
    return one != null && one.state() == DeliveryState.READ;
  }
}
