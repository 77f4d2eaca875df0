package hallmetrics.publish;

import hallmetrics.edition.FateRow;
import hallmetrics.ledger.DeliveryRecord;
import hallmetrics.ledger.DeliveryState;
import hallmetrics.ledger.FateRecord;
import hallmetrics.ledger.View;
import hallmetrics.metrics.Received;
import hallmetrics.run.Workplace;
import hallmetrics.time.Period;
import hallmetrics.time.Shanghai;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the figures rest on, read from the control tables.
 *
 * @param deliveries newest row of each delivery, by SHA-256
 * @param fates of all deliveries that were read
 */
record Evidence(Map<String, DeliveryRecord> deliveries, List<FateRecord> fates) {

  static Evidence of(View view) {
    Map<String, DeliveryRecord> newest = new TreeMap<>();
    view.deliveryRecords().forEach(delivery -> newest.put(delivery.sha256(), delivery));
    return new Evidence(newest, view.fateRecords());
  }

  /** SHA-256 of every delivery that counts, sorted. */
  List<String> inputs() {
    Set<String> inputs = new TreeSet<>();
    deliveries.values().stream()
        .filter(delivery -> delivery.state() == DeliveryState.READ)
        .forEach(delivery -> inputs.add(delivery.sha256()));
    return new ArrayList<>(inputs);
  }

  /** The day up to which every source of a ledger table has reported, by table. */
  Map<String, LocalDate> received(Workplace workplace) {
    return Received.of(workplace.sources(), List.copyOf(deliveries.values()));
  }

  /** Fates of the deliveries that speak for a day of the period or later, up to a day. */
  List<FateRow> fates(Period period, LocalDate asOf) {
    Set<String> inside = new HashSet<>();
    for (DeliveryRecord delivery : deliveries.values()) {
      if (delivery.state() == DeliveryState.READ && speaks(delivery.asOf(), period, asOf)) {
        inside.add(delivery.sha256());
      }
    }
    return fates.stream()
        .filter(fate -> inside.contains(fate.delivery()))
        .map(
            fate ->
                new FateRow(
                    fate.delivery(),
                    fate.source(),
                    fate.table(),
                    fate.fate(),
                    fate.reason(),
                    fate.records()))
        .toList();
  }

  /** Deliveries that stay out and speak for a day of the period or later, or for no day. */
  List<DeliveryRecord> refused(Period period, LocalDate asOf) {
    return deliveries.values().stream()
        .filter(delivery -> delivery.state() == DeliveryState.REFUSED)
        .filter(delivery -> delivery.asOf() == null || speaks(delivery.asOf(), period, asOf))
        .sorted(Comparator.comparing(DeliveryRecord::name))
        .toList();
  }

  private static boolean speaks(@Nullable Instant at, Period period, LocalDate asOf) {
    if (at == null) {
      return false;
    }
    LocalDate day = Shanghai.date(at);
    return !day.isBefore(period.first()) && !day.isAfter(asOf);
  }
}
