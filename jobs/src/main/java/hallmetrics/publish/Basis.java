package hallmetrics.publish;

import hallmetrics.edition.ClaimRow;
import hallmetrics.edition.MetricRow;
import hallmetrics.ledger.View;
import hallmetrics.metrics.MetricsJob;
import hallmetrics.metrics.MetricsRequest;
import hallmetrics.metrics.NotReceived;
import hallmetrics.metrics.RankingJob;
import hallmetrics.run.Beside;
import hallmetrics.run.Workplace;
import hallmetrics.settings.Site;
import hallmetrics.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * What the figures of an edition rest on and how they are made of it: the same for an edition to be
 * published and for one computed again.
 *
 * @param view every table as the edition reads it
 * @param asOf the greatest business date decided
 * @param notReceived who stopped sending, asked beside the figures
 */
record Basis(
    SparkSession session,
    Workplace workplace,
    View view,
    Evidence evidence,
    LocalDate asOf,
    Beside<NotReceived> notReceived) {

  /**
   * Figures of a period.
   *
   * @param history months of city and regions, for signals and charts
   * @param claims that survived their tests
   */
  record Computed(Figures figures, List<MetricRow> history, List<ClaimRow> claims) {}

  static Basis begin(SparkSession session, Workplace workplace, View view, LocalDate asOf) {
    Site site = workplace.site();
    // nothing needs it before the sums are read
    Beside<NotReceived> notReceived =
        Beside.start(
            session,
            "not-received",
            () ->
                NotReceived.of(
                    session,
                    view,
                    site.catalogue(),
                    site.registers(),
                    site.calendar(),
                    workplace.sources(),
                    asOf));
    return new Basis(session, workplace, view, Evidence.of(view), asOf, notReceived);
  }

  /** What asks for the figures of some periods as of a day. */
  MetricsRequest request(List<Period> periods, LocalDate day, boolean history) {
    Site site = workplace.site();
    return new MetricsRequest(
        view,
        site.catalogue(),
        site.registers(),
        site.calendar(),
        site.targets(),
        periods,
        day,
        evidence.received(workplace),
        notReceived::get,
        Set.of(),
        history,
        site.options().dutyLookBackDays());
  }

  /** The figures of a month, quarter, year or another period, with its rankings. */
  Computed compute(Period period) {
    Site site = workplace.site();
    MetricsJob.Computed computed =
        new MetricsJob(session).computeAll(request(List.of(period), asOf, true));
    RankingJob.Ranked ranked =
        new RankingJob(site.catalogue(), site.registers(), period)
            .rank(computed.rows(), computed.months(), site.options().headlineSeries());
    Figures figures = new Figures(computed.rows(), ranked.rankings(), List.of());
    return new Computed(figures, computed.months(), ranked.claims());
  }

  /** What the pack says, made of claims that survived their tests. */
  PackParts parts(Period period, List<ClaimRow> claims) {
    return new PackParts(workplace, evidence, period, asOf, notReceived.get(), claims);
  }
}
