package hallmetrics.night;

import hallmetrics.fault.ExitStatus;
import hallmetrics.ingest.Found;
import hallmetrics.ingest.GateFinding;
import hallmetrics.ingest.IngestJob;
import hallmetrics.ingest.IngestOutcome;
import hallmetrics.ingest.IngestSettings;
import hallmetrics.ingest.RefusalReport;
import hallmetrics.ingest.Unread;
import hallmetrics.journal.Outcome;
import hallmetrics.ledger.Night;
import hallmetrics.ledger.RunFacts;
import hallmetrics.ledger.RunLock;
import hallmetrics.ledger.RunRecord;
import hallmetrics.ledger.Store;
import hallmetrics.ledger.StoreFaults;
import hallmetrics.publish.Preview;
import hallmetrics.publish.PublishJob;
import hallmetrics.region.Registers;
import hallmetrics.run.RunMark;
import hallmetrics.run.Sessions;
import hallmetrics.run.Signalled;
import hallmetrics.run.Software;
import hallmetrics.run.Workplace;
import hallmetrics.settings.Site;
import hallmetrics.sql.SqlFunctions;
import hallmetrics.time.Shanghai;
import hallmetrics.value.HmacKey;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;

/** Reads, counts, decides and publishes one night. Running it twice leaves the same store. */
public final class NightJob {
  private final NightRequest request;
  private final Workplace workplace;
  private final Site site;
  private final Diary diary;

  /** A night. */
  public NightJob(NightRequest request) {
    this.request = request;
    this.workplace = request.workplace();
    this.site = workplace.site();
    this.diary = request.diary();
  }

  /**
   * Runs it.
   *
   * @throws hallmetrics.fault.HallException {@code store-busy}, {@code store-damaged}, {@code
   *     store-full}, {@code date-ahead}, {@code gate-unknown}, {@code source-unknown} and what the
   *     parts throw
   */
  public NightReport run() {
    diary.mark();
    try (Signalled.Hold hold = Signalled.hold()) {
      return recorded();
    }
  }

  private NightReport recorded() {
    NightReport report;
    try {
      report = StoreFaults.guard(workplace.store(), this::locked);
    } catch (RuntimeException | Error fault) {
      if (!request.dryRun()) {
        RecordKeeper.keep(workplace.store(), diary.failed(fault));
      }
      throw fault;
    }
    return RecordKeeper.keep(workplace.store(), diary.ended(report))
        .map(report::after)
        .orElse(report);
  }

  private NightReport locked() {
    try (RunLock lock = RunLock.acquire(workplace.store(), request.title(), request.patience())) {
      Asked.names(request);
      Standing standing = Standing.of(workplace);
      Findings findings = new Findings(request, standing);
      Found found = findings.look();
      Asked.days(request, standing, found);
      diary.found(found);
      InboxLines lying = new InboxLines(request, found, findings);
      LocalDate day = request.day();
      if (day != null && !request.dryRun() && standing.nothingNew(workplace, day, found)) {
        findings.remember();
        return NightReport.idle(day, lying.of(Set.of()));
      }
      if (day == null && standing.nothingToRead(workplace, found)) {
        findings.remember();
        return NightReport.idle(lying.of(Set.of()));
      }
      SparkSession session = Sessions.start(workplace.store(), Map.of());
      RunMark.markTasks(session);
      SqlFunctions.register(session, site.calendar(), site.policies());
      try (Store store = Store.openOrCreate(lock, session, site.catalogue().tables().values())) {
        NightReport report = night(session, store, lock, standing, found, lying);
        // not before: what is remembered counts as told
        findings.remember();
        return report;
      } finally {
        Trial.sweep(request);
      }
    }
  }

  private NightReport night(
      SparkSession session,
      Store store,
      RunLock lock,
      Standing standing,
      Found found,
      InboxLines lying) {
    Instant started = request.clock().instant();
    List<String> lines = new ArrayList<>();
    IngestOutcome outcome;
    RunRecord run;
    try (Night night = store.begin(lock)) {
      diary.stage("读取报送", found.unread().size() + " 份");
      outcome = new IngestJob(session, settings()).run(night, found.unread());
      outcome = outcome.withRefused(Findings.undated(found));
      diary.read(outcome);
      lines.addAll(lying.of(outcome.refusedHashes()));
      RunFacts facts = facts(standing, outcome, started);
      if (outcome.refusedBy() != null) {
        return refused(night, facts, outcome, lines);
      }
      Recount recount = new Recount(session, workplace, night);
      Map<String, Set<String>> months = recount.touched(outcome, request.day(), lines);
      diary.stage("按日计数", months.size() + " 张表");
      recount.count(standing, months);
      DeliveryBook.enter(night, outcome);
      if (request.dryRun()) {
        lines.addAll(Summary.of(outcome, new Advice(workplace, found), null));
        lines.addAll(preview(session, night, facts, months));
        night.abandon();
        lines.add("试运行结束，什么也没有写入。 Dry run: nothing was decided.");
        return report(outcome, Outcome.DRY_RUN, lines, List.of());
      }
      run = decided(night, facts);
    }
    lines.addAll(Summary.of(outcome, new Advice(workplace, found), run.run()));
    List<String> arrived = new ArrayList<>();
    outcome.read().forEach(file -> arrived.add(file.delivery().name()));
    if (request.day() != null) {
      arrived.addAll(standing.notInEdition(request.day()));
    }
    return publish(session, store, lock, run, outcome, arrived, lines);
  }

  private RunRecord decided(Night night, RunFacts facts) {
    if (request.day() != null) {
      Unfinished.of(workplace.store()).begin(night.run(), request.day());
    }
    RunRecord run = night.decide(facts);
    diary.recorded(run);
    return run;
  }

  private List<String> preview(
      SparkSession session, Night night, RunFacts facts, Map<String, Set<String>> months) {
    diary.stage("对照已发布的数", "");
    Set<String> changed = new TreeSet<>();
    months.values().forEach(changed::addAll);
    return new Preview(session, workplace, night.audit(), Objects.requireNonNull(facts.asOf()))
        .lines(Objects.requireNonNull(request.day()), changed);
  }

  private NightReport publish(
      SparkSession session,
      Store store,
      RunLock lock,
      RunRecord run,
      IngestOutcome outcome,
      List<String> arrived,
      List<String> lines) {
    List<Path> folders = new ArrayList<>();
    LocalDate day = request.day();
    boolean whole = outcome.refused().isEmpty();
    if (day == null) {
      lines.add("已入库，未发布版次。 Decided as " + run.run() + "; ingest publishes nothing.");
      Outcome ingested = whole ? Outcome.INGESTED : Outcome.INGESTED_WITH_REFUSED;
      return report(outcome, ingested, lines, folders);
    }
    PublishJob job = new PublishJob(session, workplace, store, lock, diary);
    job.night(
        day,
        arrived,
        one -> {
          diary.published(one);
          lines.add(one.sentence());
          if (one.folder() != null) {
            folders.add(one.folder());
          }
        });
    Unfinished.of(workplace.store()).done(day);
    diary.missing(job.gaps());
    Outcome published = whole ? Outcome.PUBLISHED : Outcome.PUBLISHED_WITH_REFUSED;
    return report(outcome, published, lines, folders);
  }

  private static NightReport report(
      IngestOutcome outcome, Outcome came, List<String> lines, List<Path> folders) {
    boolean whole = outcome.refused().isEmpty();
    ExitStatus status = whole ? ExitStatus.DONE : ExitStatus.REFUSED;
    return new NightReport(
        status, came, null, whole ? null : Summary.stayedOut(outcome), lines, folders);
  }

  private IngestSettings settings() {
    Registers registers = site.registers();
    Path root = Trial.root(request);
    return new IngestSettings(
        site.catalogue().tables(),
        workplace.gates(),
        site.calendar().first(),
        site.calendar().last(),
        site.calendar().last(),
        registers::regionId,
        key(),
        request.accepted(),
        root.resolve("deliveries"),
        root.resolve("refused"));
  }

  private HmacKey key() {
    Path file = site.options().key().file();
    String variable = site.options().key().variable();
    return file != null
        ? HmacKey.fromFile(file)
        : HmacKey.fromVariable(
            String.valueOf(variable), variable == null ? null : System.getenv(variable));
  }

  private RunFacts facts(Standing standing, IngestOutcome outcome, Instant started) {
    LocalDate asOf = standing.asOf();
    LocalDate day = request.day();
    for (Unread file : outcome.read()) {
      LocalDate speaks = Shanghai.date(file.delivery().asOf());
      asOf = day == null && (asOf == null || speaks.isAfter(asOf)) ? speaks : asOf;
    }
    if (day != null && (asOf == null || day.isAfter(asOf))) {
      asOf = day;
    }
    Set<String> accepted = new HashSet<>();
    outcome.findings().stream()
        .filter(finding -> finding.accepted())
        .forEach(finding -> accepted.add(finding.gate().name()));
    return new RunFacts(
        request.verb(),
        day,
        asOf,
        List.copyOf(new TreeSet<>(accepted)),
        workplace.decides(),
        System.getProperty("user.name", "unknown"),
        Software.NAME,
        started,
        request.clock().instant());
  }

  private NightReport refused(
      Night night, RunFacts facts, IngestOutcome outcome, List<String> lines) {
    GateFinding finding = Objects.requireNonNull(outcome.refusedBy());
    if (request.dryRun()) {
      night.abandon();
      return Trial.refused(finding, outcome, lines);
    }
    RunRecord run = night.refuse(facts, finding.gate().name());
    diary.recorded(run);
    Path folder = workplace.store().folder().resolve("refused").resolve(run.run());
    new RefusalReport(folder).write(outcome);
    String cause = Barred.cause(finding, outcome) + "明细：refused/" + run.run() + "/quarantine.csv。";
    lines.add(cause + "下一步：" + finding.gate().next());
    lines.add("明细（哪一行、哪一列、为什么）在 " + folder.resolve("quarantine.csv"));
    lines.add(
        "没有发布任何内容，已发布的不受影响。 Refused by gate " + finding.gate().name() + "; nothing was published.");
    return new NightReport(
        ExitStatus.REFUSED,
        Outcome.REFUSED_BY_GATE,
        finding.gate().name(),
        cause,
        lines,
        List.of());
  }
}
