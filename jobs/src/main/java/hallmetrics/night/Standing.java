package hallmetrics.night;

import hallmetrics.edition.Editions;
import hallmetrics.ingest.Inbox;
import hallmetrics.ledger.DeliveryRecord;
import hallmetrics.ledger.DeliveryState;
import hallmetrics.ledger.RunRecord;
import hallmetrics.ledger.RunState;
import hallmetrics.ledger.StoreReader;
import hallmetrics.publish.ClosingDays;
import hallmetrics.run.Workplace;
import hallmetrics.time.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the store stands before a night, read without Spark. */
public record Standing(List<RunRecord> runs, List<DeliveryRecord> deliveries) {

  /** Reads a site's store; one that is not there yet has no runs. */
  public static Standing of(Workplace workplace) {
    if (!StoreReader.exists(workplace.store())) {
      return new Standing(List.of(), List.of());
    }
    try (StoreReader reader = StoreReader.open(workplace.store())) {
      List<RunRecord> runs = reader.runs();
      return new Standing(runs, reader.deliveries(runs));
    }
  }

  /** The newest state of each delivery, by SHA-256. */
  public Map<String, DeliveryRecord> newest() {
    Map<String, DeliveryRecord> newest = new HashMap<>();
    deliveries.forEach(delivery -> newest.put(delivery.sha256(), delivery));
    return newest;
  }

  /** Names by SHA-256 of what is not read again: what was read, and refused what nobody lets in. */
  public Map<String, String> known(Set<String> accepted, boolean refusedToo) {
    Map<String, String> known = new HashMap<>();
    newest()
        .forEach(
            (sha, delivery) -> {
              boolean refused = delivery.state() == DeliveryState.REFUSED;
              boolean letIn = refused && accepted.contains(String.valueOf(delivery.fault()));
              if (delivery.state() == DeliveryState.READ || (refused && refusedToo && !letIn)) {
                known.put(sha, delivery.name());
              }
            });
    return known;
  }

  /** The greatest business date decided, or null. */
  @Nullable LocalDate asOf() {
    return decided().map(RunRecord::asOf).orElse(null);
  }

  private Optional<RunRecord> decided() {
    return runs.stream()
        .filter(run -> run.state() == RunState.DECIDED)
        .reduce((older, newer) -> newer);
  }

  /** Tables whose counting fingerprint differs from that of the newest decided run. */
  List<String> moved(Workplace workplace) {
    Map<String, String> then = decided().map(RunRecord::fingerprint).orElse(Map.of());
    Map<String, String> now = workplace.fingerprint();
    return workplace.site().catalogue().tables().keySet().stream()
        .filter(table -> decided().isPresent())
        .filter(
            table -> !Objects.equals(then.get("counting." + table), now.get("counting." + table)))
        .sorted()
        .toList();
  }

  /** Whether a night of a day would change nothing: decided, published whole, nothing unread. */
  boolean nothingNew(Workplace workplace, LocalDate day, Inbox.Found found) {
    boolean decidedDay =
        runs.stream()
            .anyMatch(
                run ->
                    run.state() == RunState.DECIDED
                        && run.verb().equals("nightly")
                        && day.equals(run.businessDate()));
    if (!decidedDay || !found.unread().isEmpty() || !newUndated(found)) {
      return false;
    }
    Map<String, String> then = decided().map(RunRecord::fingerprint).orElse(Map.of());
    if (!then.equals(workplace.fingerprint())) {
      return false;
    }
    Editions editions = new Editions(workplace.store().folder());
    return editions.current(day.toString()).filter(Standing::whole).isPresent()
        && withRows(workplace, ClosingDays.due(workplace, editions, day)).isEmpty();
  }

  /** Of periods without an edition those that can have one: they do not end before any row. */
  public static List<Period> withRows(Workplace workplace, List<Period> due) {
    if (due.isEmpty()) {
      return due;
    }
    try (StoreReader reader = StoreReader.open(workplace.store())) {
      Optional<LocalDate> first =
          reader.firstMonths().values().stream()
              .map(month -> YearMonth.parse(month).atDay(1))
              .min(Comparator.naturalOrder());
      return due.stream()
          .filter(period -> first.isPresent() && !period.last().isBefore(first.get()))
          .toList();
    }
  }

  /** Whether nothing is unread and no table is to be counted anew. */
  boolean nothingToRead(Workplace workplace, Inbox.Found found) {
    return found.unread().isEmpty() && newUndated(found) && moved(workplace).isEmpty();
  }

  private boolean newUndated(Inbox.Found found) {
    Map<String, DeliveryRecord> newest = newest();
    return found.undated().stream().allMatch(file -> newest.containsKey(file.delivery().sha256()));
  }

  private static boolean whole(Path edition) {
    return Editions.faults(edition).isEmpty();
  }
}
