package hallmetrics.catalogue;

import java.util.List;
import java.util.Set;

/** What rankings and pages must keep. */
final class PackLaws {
  private static final Set<MetricKind> RANKED =
      Set.of(
          MetricKind.PROPORTION,
          MetricKind.RATE,
          MetricKind.MEAN,
          MetricKind.SCORE,
          MetricKind.COUNT);
  private static final List<String> FORMS =
      List.of("annex", "caterpillar", "cover", "scorecard", "xmr");

  private final Catalogue catalogue;
  private final Laws laws;

  PackLaws(Catalogue catalogue, Laws laws) {
    this.catalogue = catalogue;
    this.laws = laws;
  }

  void check() {
    catalogue.rankings().forEach(this::ranking);
    catalogue.pages().forEach(this::page);
  }

  /** A ranked metric exists, can be compared, and says which direction is good. */
  private void ranking(Ranking ranking) {
    laws.unknown(ranking.file(), ranking.line(), "指标", ranking.metric(), catalogue.metricIds());
    for (Metric metric : catalogue.versions(ranking.metric())) {
      if (metric.better() == Metric.Better.NONE) {
        laws.broken(
            metric.file(),
            metric.line(),
            "指标 '"
                + metric.id()
                + "' 参加排名（"
                + ranking.file()
                + ":"
                + ranking.line()
                + "），须写 better: higher 或 lower (a ranked metric says what is better)");
      }
      if (!RANKED.contains(metric.kind()) || metric.shareBy() != null) {
        laws.broken(
            ranking.file(),
            ranking.line(),
            "指标 '" + metric.id() + "'（" + metric.kind() + "）不能排名 (this kind is not ranked)");
      }
    }
  }

  /** A page has a form we draw and shows metrics that exist. */
  private void page(PageSpec page) {
    laws.unknown(page.file(), page.line(), "页面形式", page.form(), FORMS);
    List<String> known = catalogue.metricIds();
    for (String metric : page.metrics()) {
      laws.unknown(page.file(), page.line(), "指标", metric, known);
    }
  }
}
