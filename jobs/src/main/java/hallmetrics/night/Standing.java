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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the store stands before a night, read without Spark.
 *
 * @param cut nights that were decided and cut off before they had published
 */
public record Standing(List<RunRecord> runs, List<DeliveryRecord> deliveries, List<RunRecord> cut) {

  /** Reads a site's store; one that is not there yet has no runs. */
  public static Standing of(Workplace workplace) {
    if (!StoreReader.exists(workplace.store())) {
      return new Standing(List.of(), List.of(), List.of());
    }
    try (StoreReader reader = StoreReader.open(workplace.store())) {
      return of(workplace, reader);
    }
  }

  /** The same through a reader that is open. */
  public static Standing of(Workplace workplace, StoreReader reader) {
    List<RunRecord> runs = reader.runs();
    List<RunRecord> cut =
        workplace.store().remote() ? List.of() : Unfinished.of(workplace.store()).among(runs);
    return new Standing(runs, reader.deliveries(runs), cut);
  }

  /** Whether a night of a day was decided and cut off before it had published. */
  public boolean cut(LocalDate day) {
    return cut.stream().anyMatch(run -> day.equals(run.businessDate()));
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
    Set<String> untold = cut.stream().map(RunRecord::run).collect(Collectors.toSet());
    return new Known(newest(), then, workplace.readings(), accepted, untold);
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
    if (cut(day) || !notInEdition(day).isEmpty()) {
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
    return nightsOf(day).max(Comparator.comparingLong(RunRecord::seq));
  }

  private Stream<RunRecord> nightsOf(LocalDate day) {
    return runs.stream()
        .filter(run -> run.state() == RunState.DECIDED && run.verb().equals("nightly"))
        .filter(run -> day.equals(run.businessDate()));
  }

  /**
   * Names of the files up to a day that its edition does not have yet: read by hand since its
   * newest night, for {@code ingest} publishes nothing, or by a night of it that was cut off.
   */
  List<String> notInEdition(LocalDate day) {
    long night =
        nightsOf(day).filter(run -> !cut.contains(run)).mapToLong(RunRecord::seq).max().orElse(0);
    Set<String> since = new HashSet<>();
    runs.stream()
        .filter(run -> run.seq() > night && run.state() == RunState.DECIDED)
        .filter(run -> run.verb().equals("ingest"))
        .forEach(run -> since.add(run.run()));
    cut.stream().filter(run -> day.equals(run.businessDate())).forEach(run -> since.add(run.run()));
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
