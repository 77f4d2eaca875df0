package hallmetrics.page;

import hallmetrics.catalogue.Metric;
import hallmetrics.edition.MetricRow;
import hallmetrics.plot.Judgement;
import hallmetrics.statistics.Xmr;

/** The words of a trend page. */
final class TrendWords {
  private final Facts facts;
  private final Figures figures;
  private final Metric metric;
  private final Series series;

  TrendWords(Facts facts, Metric metric, Series series) {
    this.facts = facts;
    this.figures = new Figures(facts);
    this.metric = metric;
    this.series = series;
  }

  /** The verb comes from the test of the newest month, never from the sign of a difference. */
  String title() {
    Xmr.Point point = TrendForm.newest(series);
    if (point == null) {
      return Wording.of("trend.title.none", "metric", Figures.name(metric));
    }
    if (point.rule() == Xmr.Rule.TOO_SHORT) {
      return Wording.of(
          "trend.title.short",
          "metric",
          Figures.name(metric),
          "count",
          Figures.plain(series.size()),
          "least",
          Figures.plain(Xmr.LEAST_POINTS));
    }
    MetricRow city = facts.city(metric.id());
    if (city == null || city.value() == null) {
      return Wording.of(
          "trend.title.absent",
          "metric",
          Figures.name(metric),
          "period",
          facts.issue().period().title(),
          "state",
          city == null ? Wording.of("none") : figures.state(city));
    }
    return Wording.of(
        key(city),
        "metric",
        Figures.name(metric),
        "period",
        facts.issue().period().title(),
        "value",
        figures.sentence(city));
  }

  private String key(MetricRow city) {
    if (!Verdicts.outside(city)) {
      boolean quiet = Verdicts.of(city, metric) == Judgement.COMMON;
      return quiet ? "trend.title.quiet" : "trend.title.inside";
    }
    if (!facts.claimed(metric.id())) {
      return "trend.title.plain";
    }
    return "UP".equals(city.direction()) ? "trend.title.up" : "trend.title.down";
  }

  /**
   * Measure, place, span and marks.
   *
   * @param start where the axis begins, empty for zero
   */
  String sub(String start) {
    if (series.months().isEmpty()) {
      return Wording.of("trend.sub.empty", "site", facts.issue().site());
    }
    Xmr.Point point = TrendForm.newest(series);
    boolean judged = point != null && point.rule() != Xmr.Rule.TOO_SHORT;
    String sub =
        Wording.of(
            judged ? "trend.sub" : "trend.sub.short",
            "site",
            facts.issue().site(),
            "measure",
            Wording.of("measure." + metric.unit(), "metric", Figures.name(metric)),
            "from",
            figures.month(series.months().get(0).month()),
            "to",
            figures.month(series.months().get(series.months().size() - 1).month()));
    return start.isEmpty() ? sub : sub + Wording.of("trend.sub.axis", "start", start);
  }

  String foot() {
    MetricRow city = facts.city(metric.id());
    StringBuilder foot = new StringBuilder(figures.definition(metric));
    if (city != null && city.value() != null) {
      foot.append(
          Wording.of(
              "trend.foot.now",
              "period",
              facts.issue().period().title(),
              "part",
              figures.part(city)));
    }
    foot.append(
        Wording.of(
            "trend.foot.method",
            "months",
            Figures.plain(Xmr.FIXED_AFTER),
            "least",
            Figures.plain(Xmr.LEAST_POINTS)));
    if (series.months().stream().anyMatch(month -> !month.whole())) {
      foot.append(Wording.of("trend.foot.partial"));
    }
    return foot.append(Wording.of("foot.honest")).toString();
  }

  String alt() {
    Series.Month first = null;
    Series.Month last = null;
    for (Series.Month month : series.months()) {
      if (month.value() != null) {
        first = first == null ? month : first;
        last = month;
      }
    }
    if (first == null || last == null || first.row() == null || last.row() == null) {
      return Wording.of("trend.title.none", "metric", Figures.name(metric));
    }
    return Wording.of(
        "trend.alt",
        "metric",
        Figures.name(metric),
        "from",
        figures.month(first.month()),
        "first",
        figures.sentence(first.row()),
        "to",
        figures.month(last.month()),
        "last",
        figures.sentence(last.row()),
        "title",
        title());
  }
}
