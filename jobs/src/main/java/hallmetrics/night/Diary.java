package hallmetrics.night;

import hallmetrics.edition.Editions;
import hallmetrics.edition.FateRow;
import hallmetrics.edition.Manifest;
import hallmetrics.fault.HallException;
import hallmetrics.ingest.Found;
import hallmetrics.ingest.IngestOutcome;
import hallmetrics.journal.NightRecord;
import hallmetrics.journal.NightRecord.EditionNote;
import hallmetrics.journal.NightRecord.FileNote;
import hallmetrics.journal.NightRecord.FileState;
import hallmetrics.journal.NightRecord.MissingNote;
import hallmetrics.journal.NightRecord.StageNote;
import hallmetrics.journal.Outcome;
import hallmetrics.journal.Usage;
import hallmetrics.ledger.RunRecord;
import hallmetrics.metrics.NotReceived;
import hallmetrics.publish.Published;
import hallmetrics.run.Endings;
import hallmetrics.run.Progress;
import hallmetrics.run.RunMark;
import hallmetrics.run.Software;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What becomes known of a night while it runs, so that its record can be made however it ends. It
 * begins before the configuration is read; one diary is of one night.
 */
public final class Diary implements Progress {
  private final String verb;
  private final @Nullable LocalDate day;
  private final Clock clock;
  private final Progress watching;
  private final Instant started;
  private final String launch;
  private final List<StageNote> stages = new ArrayList<>();
  private final List<FileNote> files = new ArrayList<>();
  private final SortedMap<String, SortedMap<String, Long>> fates = new TreeMap<>();
  private final List<EditionNote> editions = new ArrayList<>();
  private @Nullable List<MissingNote> missing;
  private @Nullable RunRecord run;
  private @Nullable NightRecord record;
  private String stage = "启动";
  private Instant since;

  /**
   * Begins a diary.
   *
   * @param day business date; null for ingest
   * @param watching is told of the stages too
   */
  public Diary(String verb, @Nullable LocalDate day, Clock clock, Progress watching) {
    this.verb = verb;
    this.day = day;
    this.clock = clock;
    this.watching = watching;
    this.started = clock.instant();
    this.launch = RunMark.of(started);
    this.since = started;
  }

  /** Marks the log lines of this thread, and of what it starts, as lines of this night. */
  public void mark() {
    RunMark.mark(launch);
  }

  @Override
  public void stage(String next, String detail) {
    close(clock.instant());
    stage = next;
    watching.stage(next, detail);
  }

  private void close(Instant now) {
    stages.add(new StageNote(stage, (now.toEpochMilli() - since.toEpochMilli()) / 1000.0));
    since = now;
  }

  void found(Found found) {
    found
        .repeated()
        .forEach(one -> files.add(new FileNote(one.name(), null, FileState.REPEATED, null, 0)));
    found
        .stillOut()
        .forEach(
            out ->
                files.add(
                    new FileNote(
                        out.name(),
                        out.source().name(),
                        FileState.REFUSED_BEFORE,
                        out.before().fault(),
                        0)));
  }

  void read(IngestOutcome outcome) {
    Map<String, Long> records = new HashMap<>();
    for (FateRow row : outcome.fates()) {
      records.merge(row.delivery(), row.records(), Long::sum);
      fates
          .computeIfAbsent(row.source(), source -> new TreeMap<>())
          .merge(row.fate(), row.records(), Long::sum);
    }
    outcome
        .read()
        .forEach(
            file ->
                files.add(
                    new FileNote(
                        file.delivery().name(),
                        file.source().name(),
                        FileState.READ,
                        null,
                        records.getOrDefault(file.delivery().sha256(), 0L))));
    outcome
        .refused()
        .forEach(
            (file, why) ->
                files.add(
                    new FileNote(
                        file.delivery().name(),
                        file.source().name(),
                        FileState.REFUSED,
                        why.code(),
                        0)));
  }

  /** The row of {@code night.runs}, decided or refused. */
  void recorded(RunRecord row) {
    run = row;
  }

  void published(Published published) {
    if (published.folder() != null) {
      Manifest manifest = Editions.manifest(published.folder());
      editions.add(new EditionNote(manifest.period(), manifest.edition(), manifest.figuresHash()));
    }
  }

  void missing(List<NotReceived.Gap> gaps) {
    missing =
        gaps.stream()
            .filter(gap -> !gap.missing().isEmpty())
            .map(
                gap ->
                    new MissingNote(
                        gap.source(),
                        gap.scope(),
                        gap.scopeId(),
                        gap.missing().first(),
                        gap.missing().size()))
            .sorted(Comparator.comparing(MissingNote::source).thenComparing(MissingNote::id))
            .toList();
  }

  /** The record of a night that ended by itself. */
  public NightRecord ended(NightReport report) {
    return record(
        report.outcome(), report.status().code(), report.code(), report.cause(), report.lines());
  }

  /** The record of a night that a fault ended. */
  public NightRecord failed(Throwable thrown) {
    HallException fault = Endings.of(thrown);
    List<String> lines = Endings.message(fault).lines().toList();
    return record(Outcome.FAILED, fault.status().code(), fault.code(), lines.get(0), lines);
  }

  /** A night ends once: its store and whoever asks later are told the same. */
  private NightRecord record(
      Outcome outcome,
      int status,
      @Nullable String code,
      @Nullable String cause,
      List<String> lines) {
    if (record != null) {
      return record;
    }
    Instant ended = clock.instant();
    close(ended);
    record =
        new NightRecord(
            run == null ? null : run.run(),
            verb,
            launch,
            // spark-submit hands its settings to the program as system properties
            System.getProperty("spark.submit.deployMode") == null ? "java" : "spark-submit",
            day,
            run == null ? null : run.asOf(),
            started,
            ended,
            outcome,
            status,
            code,
            cause,
            lines,
            files.stream().sorted(Comparator.comparing(FileNote::name)).toList(),
            fates,
            List.copyOf(editions),
            missing,
            List.copyOf(stages),
            Usage.now(),
            Software.NAME);
    return record;
  }
}
