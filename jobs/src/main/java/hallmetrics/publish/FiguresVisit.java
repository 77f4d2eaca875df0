package hallmetrics.publish;

import hallmetrics.edition.MetricRow;
import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.ledger.RunRecord;
import hallmetrics.ledger.Store;
import hallmetrics.ledger.StoreFaults;
import hallmetrics.ledger.View;
import hallmetrics.metrics.MetricsJob;
import hallmetrics.metrics.MetricsRequest;
import hallmetrics.metrics.NotReceived;
import hallmetrics.run.Sessions;
import hallmetrics.run.Workplace;
import hallmetrics.sql.SqlFunctions;
import hallmetrics.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** Opens the store for reading and computes figures without an edition. */
public final class FiguresVisit {
  private final Workplace workplace;

  /** A visit to a site's store. */
  public FiguresVisit(Workplace workplace) {
    this.workplace = workplace;
  }

  /**
   * Rows of a period from the newest decided run.
   *
   * @param metrics ids asked; empty for all
   * @throws HallException {@code nothing-decided}, {@code period-ahead}, {@code conf-moved}, exit 2
   */
  public List<MetricRow> rows(Period period, Set<String> metrics) {
    SparkSession session = Sessions.start(workplace.store(), Map.of());
    SqlFunctions.register(session, workplace.site().calendar(), workplace.site().policies());
    try (Store store =
        Store.open(session, workplace.store(), workplace.site().catalogue().tables().values())) {
      return StoreFaults.guard(
          workplace.store(),
          () ->
              new MetricsJob(session)
                  .compute(request(session, workplace, store, List.of(period), metrics, true)));
    }
  }

  /**
   * What asks the newest decided run of a store for figures.
   *
   * @param metrics ids asked; empty for all
   * @param history whether signals are wanted
   * @throws HallException {@code nothing-decided}, {@code period-ahead}, {@code conf-moved}, exit 2
   */
  public static MetricsRequest request(
      SparkSession session,
      Workplace workplace,
      Store store,
      List<Period> periods,
      Set<String> metrics,
      boolean history) {
    RunRecord newest = store.reader().newestDecided().orElseThrow(FiguresVisit::nothing);
    LocalDate asOf = asOf(newest);
    Reach.counted(workplace, newest);
    periods.forEach(period -> Reach.begun(period, asOf));
    View view = store.view();
    NotReceived notReceived =
        NotReceived.of(
            session,
            view,
            workplace.site().catalogue(),
            workplace.site().registers(),
            workplace.site().calendar(),
            workplace.sources(),
            asOf);
    return new MetricsRequest(
        view,
        workplace.site().catalogue(),
        workplace.site().registers(),
        workplace.site().calendar(),
        workplace.site().targets(),
        periods,
        asOf,
        Evidence.of(view).received(workplace),
        () -> notReceived,
        metrics,
        history,
        workplace.site().options().dutyLookBackDays());
  }

  /** The greatest business date decided. */
  static LocalDate asOf(RunRecord newest) {
    LocalDate asOf = newest.asOf();
    if (asOf == null) {
      throw nothing();
    }
    return asOf;
  }

  /** What is said where no night was decided. */
  static HallException nothing() {
    return HallException.of("nothing-decided", ExitStatus.USAGE, "还没有任何一晚入库，无数可算")
        .english("no night was decided yet")
        .next("先运行 hall nightly --date 日期，或 hall ingest。")
        .build();
  }
}
