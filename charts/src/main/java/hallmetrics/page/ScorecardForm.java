package hallmetrics.page;

import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.PageSpec;
import hallmetrics.edition.MetricRow;
import hallmetrics.plot.Assurance;
import hallmetrics.plot.Judgement;
import hallmetrics.plot.Scorecard;
import hallmetrics.plot.Sparkline;
import hallmetrics.plot.Table;
import hallmetrics.statistics.Xmr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All metrics of the city on one table. */
final class ScorecardForm implements Form {
  /** Height of a picture under a head of three lines and a foot of four. */
  private static final double LEAST_HEIGHT = 360;

  @Override
  public List<Page> make(Facts facts, PageSpec spec) {
    List<Metric> metrics = facts.shown(spec).stream().map(facts::metric).toList();
    int capacity = Scorecard.capacity(LEAST_HEIGHT);
    List<Page> pages = new ArrayList<>();
    for (int from = 0; from < metrics.size(); from += capacity) {
      List<Metric> sheet = metrics.subList(from, Math.min(metrics.size(), from + capacity));
      pages.add(page(facts, Form.sheet(spec.id(), from / capacity), metrics, sheet));
    }
    return pages;
  }

  private static Page page(Facts facts, String id, List<Metric> all, List<Metric> sheet) {
    Figures figures = new Figures(facts);
    List<List<String>> rows = new ArrayList<>();
    List<Scorecard.Pictures> pictures = new ArrayList<>();
    for (Metric metric : sheet) {
      Series series = facts.series(metric.id());
      MetricRow row = facts.city(metric.id());
      rows.add(cells(figures, metric, row, series));
      pictures.add(pictures(metric, row, series));
    }
    Table table = new Table("", columns(facts), rows);
    return new Page(
        id,
        Page.Kind.CHART,
        title(facts, all),
        Wording.of(
            "scorecard.sub",
            "site",
            facts.issue().site(),
            "period",
            facts.issue().period().title(),
            "months",
            Figures.plain(Series.LENGTH)),
        Wording.of("scorecard.foot", "least", Figures.plain(Xmr.LEAST_POINTS))
            + Wording.of("foot.honest"),
        Wording.of("scorecard.alt", "title", title(facts, all)),
        List.of(table),
        new Scorecard(table, pictures));
  }

  private static String title(Facts facts, List<Metric> metrics) {
    int worse = 0;
    int better = 0;
    for (Metric metric : metrics) {
      MetricRow row = facts.city(metric.id());
      if (row != null && facts.claimed(metric.id())) {
        worse += Verdicts.of(row, metric) == Judgement.CONCERN ? 1 : 0;
        better += Verdicts.of(row, metric) == Judgement.IMPROVE ? 1 : 0;
      }
    }
    if (worse + better == 0) {
      return quiet(facts, metrics.size());
    }
    return Wording.of(
        "scorecard.title",
        "count",
        Figures.plain(metrics.size()),
        "worse",
        Figures.plain(worse),
        "better",
        Figures.plain(better));
  }

  /** Not judged is not the same as unchanged. */
  private static String quiet(Facts facts, int count) {
    Findings findings = new Findings(facts);
    int open = findings.openSeries().size();
    int judged = facts.definitions().headline().size() - open;
    String key = open == 0 && judged > 0 ? "quiet" : judged == 0 ? "unjudged" : "partly";
    return Wording.of(
        "scorecard.title." + key,
        "count",
        Figures.plain(count),
        "judged",
        Figures.plain(judged),
        "open",
        Figures.plain(open));
  }

  private static List<Table.Column> columns(Facts facts) {
    Headings headings = new Headings(facts.issue().period());
    return List.of(
        Table.Column.text(Wording.of("column.metric"), 170),
        Table.Column.number(headings.period(), 84),
        Table.Column.number(Wording.of("column.part"), 104),
        Table.Column.number(Wording.of("column.target"), 72),
        Table.Column.text(Wording.of("column.past", "months", Figures.plain(Series.LENGTH)), 100),
        Table.Column.text(Wording.of("column.variation"), 64),
        Table.Column.text(Wording.of("column.assurance"), 74),
        Table.Column.number(headings.previous(), 98),
        Table.Column.number(headings.yearAgo(), 98));
  }

  private static List<String> cells(
      Figures figures, Metric metric, @Nullable MetricRow row, Series series) {
    String none = Wording.of("none");
    if (row == null) {
      return List.of(metric.title(), none, none, none, "", none, none, none, none);
    }
    return List.of(
        metric.title(),
        row.value() == null ? figures.state(row) : figures.cell(row),
        figures.part(row),
        figures.target(row, metric),
        figures.past(series),
        figures.variation(row, metric),
        assurance(series, row, metric),
        figures.change(row, row.previous()),
        figures.change(row, row.yearAgo()));
  }

  private static Scorecard.Pictures pictures(
      Metric metric, @Nullable MetricRow row, Series series) {
    Judgement judgement = row == null ? Judgement.COMMON : Verdicts.of(row, metric);
    List<@Nullable Double> values = new ArrayList<>();
    series.months().forEach(month -> values.add(month.value()));
    boolean said = row != null && Verdicts.judged(row);
    return new Scorecard.Pictures(
        new Sparkline(values, judgement), said ? judgement : null, verdict(series, row, metric));
  }

  private static @Nullable Assurance verdict(
      Series series, @Nullable MetricRow row, Metric metric) {
    return row == null ? null : Verdicts.assurance(series.last(), row.target(), metric);
  }

  private static String assurance(Series series, MetricRow row, Metric metric) {
    Assurance assurance = verdict(series, row, metric);
    if (assurance != null) {
      return Wording.of("assurance." + assurance);
    }
    boolean counted = row.target() != null && row.value() != null;
    return Wording.of(counted ? "variation.short" : "none");
  }
}
