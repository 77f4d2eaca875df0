package hallmetrics.metrics;

import hallmetrics.ledger.DeliveryRecord;
import hallmetrics.ledger.DeliveryState;
import hallmetrics.source.SourceSpec;
import hallmetrics.time.Shanghai;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Up to which day each ledger table was received. */
public final class Received {
  private Received() {}

  /**
   * The newest as_of that every source of a table has reached. A source that says nothing of what
   * it expects is not waited for where another of the table does; one that never delivered though
   * it is expected has reached no day.
   *
   * @param deliveries all, oldest first; those withdrawn later do not count
   * @return by table; a table without a source is absent
   */
  public static Map<String, LocalDate> of(
      List<SourceSpec> sources, List<DeliveryRecord> deliveries) {
    Map<String, LocalDate> newest = newest(deliveries);
    Map<String, List<SourceSpec>> byTable = new TreeMap<>();
    for (SourceSpec source : sources) {
      byTable.merge(source.into(), List.of(source), Received::both);
    }
    Map<String, LocalDate> received = new TreeMap<>();
    byTable.forEach(
        (table, all) -> {
          List<SourceSpec> expected =
              all.stream().filter(source -> source.expectEvery() != null).toList();
          List<SourceSpec> seen =
              all.stream().filter(source -> newest.containsKey(source.name())).toList();
          received.put(
              table,
              (expected.isEmpty() ? seen : expected)
                  .stream()
                      .map(source -> newest.getOrDefault(source.name(), LocalDate.MIN))
                      .min(LocalDate::compareTo)
                      .orElse(LocalDate.MIN));
        });
    return received;
  }

  private static List<SourceSpec> both(List<SourceSpec> some, List<SourceSpec> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static Map<String, LocalDate> newest(List<DeliveryRecord> deliveries) {
    Map<String, DeliveryRecord> standing = new LinkedHashMap<>();
    for (DeliveryRecord delivery : deliveries) {
      standing.put(delivery.sha256(), delivery);
    }
    Map<String, LocalDate> newest = new HashMap<>();
    for (DeliveryRecord delivery : standing.values()) {
      Instant asOf = delivery.asOf();
      if (delivery.state() == DeliveryState.READ && asOf != null) {
        newest.merge(
            delivery.source(),
            Shanghai.date(asOf),
            (one, other) -> one.isAfter(other) ? one : other);
      }
    }
    return newest;
  }
}
