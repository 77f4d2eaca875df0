package hallmetrics.publish;

import hallmetrics.catalogue.MetricKind;
import hallmetrics.edition.DueRow;
import hallmetrics.edition.Editions;
import hallmetrics.edition.Manifest;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.ParquetTable;
import hallmetrics.edition.RestatementRow;
import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.ledger.RunLock;
import hallmetrics.ledger.RunRecord;
import hallmetrics.ledger.Store;
import hallmetrics.ledger.View;
import hallmetrics.metrics.DueList;
import hallmetrics.metrics.MetricsJob;
import hallmetrics.metrics.NotReceived;
import hallmetrics.run.Beside;
import hallmetrics.run.Progress;
import hallmetrics.run.Workplace;
import hallmetrics.settings.Site;
import hallmetrics.time.Grain;
import hallmetrics.time.Period;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Publishes periods from the newest decided run. A new edition appears only if the figures hash or
 * the due list differs from the current one.
 */
public final class PublishJob {
  private static final int DAYS_A_MONTH = 31;

  private final SparkSession session;
  private final Workplace workplace;
  private final Site site;
  private final Store store;
  private final RunLock lock;
  private final Progress progress;
  private final Editions editions;
  private final Basis basis;
  private final ManifestDraft manifests;

  /**
   * A job on a decided store.
   *
   * @throws HallException {@code nothing-decided}, exit 2, when no night was decided yet
   */
  public PublishJob(
      SparkSession session, Workplace workplace, Store store, RunLock lock, Progress progress) {
    this.session = session;
    this.workplace = workplace;
    this.site = workplace.site();
    this.store = store;
    this.lock = lock;
    this.progress = progress;
    this.editions = new Editions(workplace.store().folder());
    View view = store.view();
    LocalDate asOf =
        store.reader().newestDecided().map(RunRecord::asOf).orElseThrow(FiguresVisit::nothing);
    this.basis = Basis.begin(session, workplace, view, asOf);
    this.manifests = ManifestDraft.begin(session, view, site, basis.evidence());
  }

  /**
   * Publishes a night: its day, and what its day closes, each told as soon as it stands.
   *
   * @param arrived names of the files that came since the day's edition, where it has one
   */
  public void night(LocalDate day, List<String> arrived, Consumer<Published> told) {
    told.accept(day(day, dayFigures(day), () -> lateReason(arrived)));
    Beside<Published> drawn = null;
    List<Period> closed =
        ClosingDays.due(workplace, editions, day).stream()
            .filter(period -> editions.settled(period.toString()) == 0)
            .toList();
    for (Period period : closed) {
      Beside<Published> before = drawn;
      Supplier<Published> edition;
      try {
        edition = closed(period);
      } finally {
        // an edition that stands is told whatever became of the next
        tell(before, told);
      }
      // its pages are drawn by one core, while the next period's figures are read
      drawn = Beside.start(session, "edition-" + period, edition);
    }
    tell(drawn, told);
  }

  private static void tell(@Nullable Beside<Published> drawn, Consumer<Published> told) {
    if (drawn != null) {
      told.accept(drawn.get());
    }
  }

  /** What did not come up to the decided day. */
  public List<NotReceived.Gap> gaps() {
    return basis.notReceived().get().gaps();
  }

  /** A period before the first delivery closes without an edition; the night goes on. */
  private Supplier<Published> closed(Period period) {
    try {
      return prepared(period, null);
    } catch (HallException fault) {
      if (!fault.code().equals("no-data")) {
        throw fault;
      }
      return () ->
          new Published(
              period.toString(), null, period.title() + "没有任何数据，不出版。 No data for " + period);
    }
  }

  private Figures dayFigures(LocalDate day) {
    progress.stage("发布日版", day.toString());
    DueList due =
        new DueList(
            basis.view(),
            site.catalogue(),
            site.registers(),
            site.calendar(),
            day,
            site.options().dutyLookBackDays());
    Beside<List<DueRow>> open = Beside.start(session, "due-list", due::rows);
    List<MetricRow> rows =
        new MetricsJob(session)
            .compute(basis.request(List.of(Period.day(day), Period.monthToDate(day)), day, false));
    return new Figures(rows, List.of(), open.get());
  }

  /** Publishes a day; why is asked from the second edition on. */
  private Published day(LocalDate day, Figures figures, Supplier<String> why) {
    String period = day.toString();
    int edition = editions.settled(period) + 1;
    if (edition > 1 && same(period, figures, true)) {
      return new Published(period, null, "日版 " + period + " 第" + (edition - 1) + "版与现数一致，不出新版。");
    }
    String reason = edition == 1 ? "" : why.get();
    Path folder =
        new EditionMaker(editions, period, site.texts())
            .day(figures, manifests.of(period, edition, reason, day, figures));
    return new Published(
        period, folder, "已发布日版 " + period + " 第" + edition + "版。 Published " + folder);
  }

  private static String lateReason(List<String> arrived) {
    if (arrived.isEmpty()) {
      return "没有新的报送；口径、配置或名录已改。";
    }
    List<String> names = arrived.stream().sorted().toList();
    return "补收 " + names.size() + " 份报送：" + String.join("、", names);
  }

  /**
   * Publishes a day, month, quarter, year or another period that is over.
   *
   * @param reason why, required from the second edition on
   * @throws HallException {@code no-data}, {@code reason-required}, exit 2
   */
  public Published period(Period period, @Nullable String reason) {
    return period.grain() == Grain.DAY ? dayAgain(period, reason) : prepared(period, reason).get();
  }

  private Published dayAgain(Period period, @Nullable String reason) {
    LocalDate day = period.first();
    Figures figures = dayFigures(day);
    int edition = editions.settled(period.toString()) + 1;
    if (edition == 1) {
      requireData(
          period,
          figures.metrics().stream().filter(row -> row.grain().equals(Grain.DAY.name())).toList());
    }
    return day(day, figures, () -> requiredReason(edition, reason));
  }

  /** Computes a period's figures; the answer makes the edition of them. */
  private Supplier<Published> prepared(Period period, @Nullable String reason) {
    progress.stage("发布", period.title());
    Basis.Computed computed = basis.compute(period);
    Figures figures = computed.figures();
    requireData(period, figures.metrics());
    String name = period.toString();
    int edition = editions.settled(name) + 1;
    if (edition > 1 && same(name, figures, false)) {
      return () -> new Published(name, null, period.title() + "第" + (edition - 1) + "版与现数一致，不出新版。");
    }
    String why = requiredReason(edition, reason);
    return () -> edition(period, why, computed, edition);
  }

  private Published edition(Period period, String reason, Basis.Computed computed, int edition) {
    String name = period.toString();
    LocalDate day = basis.asOf();
    Figures figures = computed.figures();
    List<RestatementRow> restated = restated(name, figures.metrics(), edition, reason);
    Manifest manifest = manifests.of(name, edition, reason, day, figures);
    // an edition never stands without its tags
    store.tag(
        lock,
        Manifest.tag(name, edition),
        basis.view(),
        Duration.ofDays((long) site.options().editionTagMonths() * DAYS_A_MONTH));
    PackParts parts = basis.parts(period, computed.claims());
    Path folder =
        new EditionMaker(editions, name, site.texts())
            .period(
                figures,
                basis.evidence().fates(period, day),
                restated,
                parts.input(figures, computed.history(), restated, edition, reason, figures.hash()),
                manifest);
    return new Published(
        name, folder, "已发布" + period.title() + "第" + edition + "版。 Published " + folder);
  }

  private static String requiredReason(int edition, @Nullable String reason) {
    if (edition > 1 && (reason == null || reason.isBlank())) {
      throw HallException.of(
              "reason-required", ExitStatus.USAGE, "已有第" + (edition - 1) + "版，再版须写明理由")
          .english("a new edition needs a reason")
          .next("加上 --reason \"……\"，理由会印在新版上。")
          .build();
    }
    return reason == null ? "" : reason;
  }

  private static void requireData(Period period, List<MetricRow> rows) {
    if (!anyData(rows)) {
      throw HallException.of("no-data", ExitStatus.USAGE, period.title() + "没有任何数据，不予发布")
          .english("the period has no data")
          .where("period " + period)
          .next("核对周期写法，或先用 hall nightly / hall ingest 入库。")
          .build();
    }
  }

  /** Whether rows say anything of their period. */
  static boolean anyData(List<MetricRow> rows) {
    return rows.stream()
        // what is open stays open for ever: it says nothing of the period
        .filter(row -> !row.kind().equals(MetricKind.STOCK.name()))
        .anyMatch(
            row -> {
              Double n = row.denominator() == null ? row.numerator() : row.denominator();
              return n != null && n > 0;
            });
  }

  private boolean same(String period, Figures figures, boolean due) {
    Path current = Editions.verified(editions.current(period).orElseThrow());
    boolean figuresSame = Editions.manifest(current).figuresHash().equals(figures.hash());
    return figuresSame
        && (!due
            || ParquetTable.read(current.resolve("due.parquet"), DueRow.class)
                .equals(figures.due()));
  }

  private List<RestatementRow> restated(
      String period, List<MetricRow> rows, int edition, String reason) {
    if (edition == 1) {
      return List.of();
    }
    Path current = editions.current(period).orElseThrow();
    List<MetricRow> before = ParquetTable.read(current.resolve("metrics.parquet"), MetricRow.class);
    return Restatements.of(before, rows, edition, reason);
  }
}
