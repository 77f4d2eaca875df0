package hallmetrics.status;

import hallmetrics.doctor.CalendarYears;
import hallmetrics.edition.Editions;
import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.journal.Journal;
import hallmetrics.journal.NightRecord;
import hallmetrics.ledger.RunLock;
import hallmetrics.ledger.RunRecord;
import hallmetrics.ledger.RunState;
import hallmetrics.ledger.StoreReader;
import hallmetrics.metrics.Expected;
import hallmetrics.night.Glance;
import hallmetrics.night.Standing;
import hallmetrics.night.Waiting;
import hallmetrics.run.Workplace;
import hallmetrics.source.SourceSpec;
import hallmetrics.time.Shanghai;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks how a store stands. */
public final class StatusJob {
  private final Workplace workplace;
  private final Clock clock;
  private final NightCommands commands;
  private final Journal journal;
  private final Map<Path, HallException> damaged = new TreeMap<>();

  /**
   * A look at a site's store; the clock tells which night comes next and which years are due.
   *
   * @param environment variables of the process; they may name an Airflow that runs the nights
   */
  public StatusJob(Workplace workplace, Clock clock, Map<String, String> environment) {
    this.workplace = workplace;
    this.clock = clock;
    this.commands = new NightCommands(workplace, environment);
    this.journal = new Journal(workplace.store().folder(), damaged::putIfAbsent);
  }

  /** Files of records that were met and could not be read, by name. */
  private List<String> damagedNames() {
    return damaged.keySet().stream().map(Path::toString).toList();
  }

  /**
   * What is wrong with records of nights that were met by what was asked before: {@code
   * record-damaged}, exit 3. What was answered holds all the same.
   */
  public Optional<HallException> damage() {
    if (damaged.size() < 2) {
      return damaged.values().stream().findFirst();
    }
    return Optional.of(
        HallException.of(
                "record-damaged", ExitStatus.REFUSED, damaged.size() + " 份运行记录读不懂，已损坏或出自别的版本")
            .english("records of nights are damaged or of another version")
            .where(String.join("；", damagedNames()))
            .next("把这些文件移出 runs 目录；台账与已发布各版不靠它们。")
            .build());
  }

  /**
   * How it stands now.
   *
   * @param most how many nights at most
   */
  public Status now(int most) {
    LocalDate today = Shanghai.date(clock.instant());
    // first: what ends meanwhile has let go of the store before its record is looked for
    Holder holder = new Holder(RunLock.holder(workplace.store()).orElse(null));
    Standing standing = Standing.of(workplace);
    LocalDate last = lastNight(standing);
    List<NightRecord> nights = journal.newest(most, any -> true);
    Editions editions = new Editions(workplace.store().folder());
    Set<String> periods = Set.copyOf(editions.periods());
    Unpublished dates = new Unpublished(standing, periods, holder.day(), commands);
    List<Status.Stretch> unpublished = dates.without(nights, journal);
    String unrecorded = holder.decides() ? null : unrecorded(standing);
    Status.Missing missing = missing(last);
    Glance glance = Glance.at(workplace, standing, clock);
    LocalDate next = last == null ? Arrivals.first(glance, today.minusDays(1)) : last.plusDays(1);
    return new Status(
        clock.instant(),
        workplace.store().root(),
        StoreReader.exists(workplace.store()),
        last,
        last != null && last.equals(holder.day()) && !periods.contains(last.toString()),
        holder.title(),
        nights,
        unrecorded,
        unpublished,
        dates.repeated(nights),
        damagedNames(),
        EditionKinds.of(editions),
        missing,
        Waiting.of(workplace, standing, glance),
        glance.unclaimed(),
        CalendarYears.due(workplace.site().calendar(), today),
        new Arrivals(workplace, standing, clock).next(next, glance, last == null));
  }

  private static @Nullable LocalDate lastNight(Standing standing) {
    return standing.runs().stream()
        .filter(run -> run.state() == RunState.DECIDED && run.businessDate() != null)
        .map(run -> Objects.requireNonNull(run.businessDate()))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** An older program wrote no records, and a night that was killed after its decision none. */
  private @Nullable String unrecorded(Standing standing) {
    String newest =
        standing.runs().stream()
            .filter(run -> run.state() == RunState.DECIDED)
            .map(RunRecord::run)
            .reduce((older, newer) -> newer)
            .orElse(null);
    return newest == null
            || journal.newest(one -> newest.equals(one.run())).isPresent()
            || damagedNames().stream().anyMatch(name -> name.contains("-" + newest))
        ? null
        : newest;
  }

  /** An older date may have been repeated since: its night tells how things stood then. */
  private Status.@Nullable Missing missing(@Nullable LocalDate last) {
    NightRecord asked =
        journal
            .newest(night -> night.missing() != null && Objects.equals(last, night.businessDate()))
            .or(this::newestAsked)
            .orElse(null);
    if (asked == null || asked.missing() == null || asked.businessDate() == null) {
      return null;
    }
    return new Status.Missing(
        asked.businessDate(),
        asked.missing().stream().map(one -> silent(one, asked.businessDate())).toList());
  }

  /** Of the newest business date; the newest night's of that. */
  private Optional<NightRecord> newestAsked() {
    return journal
        .newest(Integer.MAX_VALUE, night -> night.missing() != null && night.businessDate() != null)
        .stream()
        .max(Comparator.comparing(night -> Objects.requireNonNull(night.businessDate())));
  }

  private Status.Silent silent(NightRecord.MissingNote one, LocalDate day) {
    String name = one.id().isEmpty() ? "" : name(one, day);
    return new Status.Silent(
        one.source(), title(one.source()), one.scope(), one.id(), name, one.since(), one.days());
  }

  private String name(NightRecord.MissingNote one, LocalDate day) {
    return workplace.site().registers().name(one.scope(), one.id(), day);
  }

  private String title(String source) {
    return workplace.sources().stream()
        .filter(one -> one.name().equals(source))
        .map(SourceSpec::title)
        .findFirst()
        .orElse(source);
  }

  /**
   * How a business date stands.
   *
   * @throws HallException {@code no-inbox}, exit 2
   */
  public DayStatus of(LocalDate day) {
    Set<String> arrived = new Arrivals(workplace, Standing.of(workplace), clock).of(day);
    List<DayStatus.Delivery> deliveries =
        workplace.sources().stream()
            .filter(source -> Expected.on(source, day, workplace.site().calendar()))
            .map(
                source ->
                    new DayStatus.Delivery(
                        source.name(), source.title(), arrived.contains(source.name())))
            .toList();
    int edition = new Editions(workplace.store().folder()).newest(day.toString());
    NightRecord night = nightOf(day);
    return new DayStatus(day, night, damagedNames(), edition, deliveries, deliveriesBy(day));
  }

  private @Nullable NightRecord nightOf(LocalDate day) {
    return journal.newest(night -> night.tried() && day.equals(night.businessDate())).orElse(null);
  }

  private @Nullable Instant deliveriesBy(LocalDate day) {
    LocalTime time = workplace.site().options().deliveriesBy();
    return time == null ? null : day.plusDays(1).atTime(time).atZone(Shanghai.ZONE).toInstant();
  }

  /**
   * The record of the night a launcher started; the newest where an id was used several times.
   *
   * @throws HallException {@code launch-unknown}, exit 4, where the store has none; {@code
   *     record-damaged}, exit 3, where one that cannot be read may be it
   */
  public NightRecord launched(String launch) {
    return journal
        .newest(night -> night.launchedAs(launch))
        .orElseThrow(() -> damage().orElseGet(() -> unknown(launch)));
  }

  private HallException unknown(String launch) {
    return HallException.of("launch-unknown", ExitStatus.OUTSIDE, "数据仓里没有这次启动的运行记录：" + launch)
        .english("the store has no record of this launch")
        .where(workplace.store().root() + "/runs")
        .next("这次启动没有跑到读完配置，或半途被杀：看启动它的平台的日志，然后重跑；重跑是安全的。")
        .build();
  }
}
