package hallmetrics.night;

import hallmetrics.edition.Editions;
import hallmetrics.ingest.Found;
import hallmetrics.ingest.Known;
import hallmetrics.ledger.DeliveryRecord;
import hallmetrics.ledger.DeliveryState;
import hallmetrics.ledger.RunRecord;
import hallmetrics.ledger.RunState;
import hallmetrics.ledger.StoreReader;
import hallmetrics.publish.ClosingDays;
import hallmetrics.run.Workplace;
import hallmetrics.time.Period;
import hallmetrics.time.Shanghai;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  /** What need not be read again, given the gates a person lets pass. */
  public Known known(Workplace workplace, Set<String> accepted) {
    Map<String, Map<String, String>> then = new HashMap<>();
    runs.forEach(run -> then.put(run.run(), run.fingerprint()));
    return new Known(newest(), then, workplace.readings(), accepted);
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
    return decided().map(run -> workplace.moved(run.fingerprint())).orElse(List.of());
  }

  /** Whether a night of a day would change nothing: decided, published whole, nothing unread. */
  boolean nothingNew(Workplace workplace, LocalDate day, Found found) {
    RunRecord night = nightOf(day).orElse(null);
    if (night == null || !found.unread().isEmpty() || !found.undated().isEmpty()) {
      return false;
    }
    if (!byHandSince(day).isEmpty()) {
      return false;
    }
    // its own, not that of the newest run: another run since has changed nothing of its edition
    Map<String, String> then = new HashMap<>(night.fingerprint());
    then.keySet().removeIf(name -> !Workplace.decidesFigures(name));
    if (!then.equals(workplace.fingerprint())) {
      return false;
    }
    Editions editions = new Editions(workplace.store().folder());
    return editions.current(day.toString()).filter(Standing::whole).isPresent()
        && withRows(workplace, ClosingDays.due(workplace, editions, day)).isEmpty();
  }

  /** The newest decided night of a day. */
  private Optional<RunRecord> nightOf(LocalDate day) {
    return runs.stream()
        .filter(run -> run.state() == RunState.DECIDED && run.verb().equals("nightly"))
        .filter(run -> day.equals(run.businessDate()))
        .max(Comparator.comparingLong(RunRecord::seq));
  }

  /**
   * Names of the files up to a day that were read by hand since its newest night: {@code ingest}
   * publishes nothing, so the day's edition does not have them yet.
   */
  List<String> byHandSince(LocalDate day) {
    long night = nightOf(day).map(RunRecord::seq).orElse(0L);
    Set<String> since = new HashSet<>();
    runs.stream()
        .filter(run -> run.seq() > night && run.state() == RunState.DECIDED)
        .filter(run -> run.verb().equals("ingest"))
        .forEach(run -> since.add(run.run()));
    return deliveries.stream()
        .filter(one -> one.state() == DeliveryState.READ && since.contains(one.run()))
        .filter(one -> one.asOf() != null && !Shanghai.date(one.asOf()).isAfter(day))
        .map(DeliveryRecord::name)
        .toList();
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
  boolean nothingToRead(Workplace workplace, Found found) {
    return found.unread().isEmpty() && found.undated().isEmpty() && moved(workplace).isEmpty();
  }

  private static boolean whole(Path edition) {
    return Editions.faults(edition).isEmpty();
  }
}
