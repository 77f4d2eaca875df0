package hallmetrics.status;

import hallmetrics.journal.Journal;
import hallmetrics.journal.NightRecord;
import hallmetrics.journal.Outcome;
import hallmetrics.ledger.RunRecord;
import hallmetrics.ledger.RunState;
import hallmetrics.night.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Business dates whose night should be run, or run again. Nights run every calendar day, so every
 * date from the first decided night to the newest counts; where none was ever decided (a store that
 * is filled by {@code ingest}) no date lacks one.
 */
final class Unpublished {
  private static final String STEP = "下一步：";

  private final Standing standing;
  private final Set<String> editions;
  private final @Nullable LocalDate running;
  private final NightCommands commands;
  private final Map<LocalDate, NightRecord> newest = new HashMap<>();
  private final Map<LocalDate, RunRecord> runs = new HashMap<>();

  /**
   * Of a store.
   *
   * @param editions periods that have one
   * @param running business date of the night that runs now; null for none
   */
  Unpublished(
      Standing standing,
      Set<String> editions,
      @Nullable LocalDate running,
      NightCommands commands) {
    this.standing = standing;
    this.editions = editions;
    this.running = running;
    this.commands = commands;
  }

  /** Of a date: how its night ended, as a person reads it, and what to do. */
  private record Night(
      @Nullable Outcome outcome, String words, boolean ran, String before, LocalDate day) {}

  /**
   * Dates without an edition, the oldest first: those between the first and the newest decided
   * night, those a gate refused, and those shown whose newest night was refused or failed.
   *
   * @param shown records of the nights that are shown, the newest first
   */
  List<Status.Stretch> without(List<NightRecord> shown, Journal journal) {
    note(shown);
    SortedSet<LocalDate> dates = new TreeSet<>(between());
    badly().filter(day -> !editions.contains(day.toString())).forEach(dates::add);
    dates.removeIf(day -> day.equals(running));
    Set<LocalDate> unknown = new TreeSet<>(dates);
    unknown.removeAll(newest.keySet());
    if (!unknown.isEmpty()) {
      note(journal.newest(Integer.MAX_VALUE, one -> unknown.contains(one.businessDate())));
    }
    return stretches(dates);
  }

  /** Dates shown that have an edition and whose newest night was refused or failed. */
  List<Status.Stretch> repeated(List<NightRecord> shown) {
    note(shown);
    SortedSet<LocalDate> dates = new TreeSet<>();
    badly().filter(day -> editions.contains(day.toString())).forEach(dates::add);
    dates.removeIf(day -> day.equals(running) || standing.cut(day));
    return stretches(dates);
  }

  private void note(List<NightRecord> records) {
    for (NightRecord one : records) {
      LocalDate day = one.businessDate();
      // a date that was mistyped is no date anybody waits for
      if (day != null && one.tried() && !"date-ahead".equals(one.code())) {
        newest.putIfAbsent(day, one);
      }
    }
  }

  private Stream<LocalDate> badly() {
    return newest.entrySet().stream()
        .filter(one -> bad(one.getValue().outcome()))
        .map(Map.Entry::getKey);
  }

  private static boolean bad(Outcome outcome) {
    return outcome == Outcome.REFUSED_BY_GATE || outcome == Outcome.FAILED;
  }

  private Set<LocalDate> between() {
    NavigableSet<LocalDate> decided = new TreeSet<>();
    Set<LocalDate> refused = new TreeSet<>();
    for (RunRecord run : standing.runs()) {
      LocalDate day = run.businessDate();
      if (day != null && run.verb().equals("nightly")) {
        runs.put(day, run);
        (run.state() == RunState.DECIDED ? decided : refused).add(day);
      }
    }
    Set<LocalDate> dates = new TreeSet<>(refused);
    if (!decided.isEmpty()) {
      dates.removeIf(day -> day.isBefore(decided.first()));
      decided.first().datesUntil(decided.last().plusDays(1)).forEach(dates::add);
    }
    dates.removeIf(day -> editions.contains(day.toString()));
    // an edition that stands is older than what was decided since
    standing.cut().forEach(run -> dates.add(Objects.requireNonNull(run.businessDate())));
    return dates;
  }

  /** Consecutive dates that stand alike are one. */
  private List<Status.Stretch> stretches(SortedSet<LocalDate> dates) {
    TreeMap<LocalDate, Night> open = new TreeMap<>();
    List<Status.Stretch> all = new ArrayList<>();
    for (LocalDate day : dates) {
      Night night = night(day);
      boolean joins =
          !open.isEmpty()
              && open.lastKey().plusDays(1).equals(day)
              && open.firstEntry().getValue().words().equals(night.words());
      if (!joins && !open.isEmpty()) {
        all.add(stretch(open));
        open.clear();
      }
      open.put(day, night);
    }
    if (!open.isEmpty()) {
      all.add(stretch(open));
    }
    return all;
  }

  private Status.Stretch stretch(TreeMap<LocalDate, Night> dates) {
    Night first = dates.firstEntry().getValue();
    LocalDate last = dates.lastKey();
    String command = commands.of(first.day(), last, first.ran());
    String then = first.before().isEmpty() ? "" : command.startsWith("hall") ? "然后 " : "然后";
    String next = first.before() + then + command;
    return new Status.Stretch(first.day(), last, first.outcome(), first.words(), next);
  }

  private Night night(LocalDate day) {
    NightRecord record = newest.get(day);
    RunRecord run = runs.get(day);
    if (standing.cut(day) && (record == null || record.outcome() != Outcome.REFUSED_BY_GATE)) {
      Outcome outcome = record == null ? null : record.outcome();
      String before = record == null ? "" : advised(record);
      return new Night(outcome, "已定案，没有发布完就中断了", true, before, day);
    }
    if (record != null && record.outcome() == Outcome.FAILED) {
      String words = Outcome.FAILED.label() + " [" + record.code() + "]";
      return new Night(Outcome.FAILED, words, true, advised(record), day);
    }
    String refused =
        run != null && run.state() == RunState.REFUSED
            ? run.run()
            : record != null && record.outcome() == Outcome.REFUSED_BY_GATE ? record.run() : null;
    if (refused != null) {
      String before = "看数据仓里的 refused/" + refused + "/quarantine.csv，改正文件或来源配置，";
      return new Night(Outcome.REFUSED_BY_GATE, Outcome.REFUSED_BY_GATE.label(), true, before, day);
    }
    return run == null
        ? new Night(null, "没有跑过", false, "", day)
        : new Night(null, "已定案，没有发布", true, "", day);
  }

  /** What the fault itself advised. */
  private static String advised(NightRecord record) {
    // what was stopped says itself that it is run again
    return record.lines().stream()
        .filter(line -> line.startsWith(STEP) && !"stopped".equals(record.code()))
        .map(line -> line.substring(STEP.length()))
        .findFirst()
        .orElse("");
  }
}
