package hallmetrics.page;

import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.PageSpec;
import hallmetrics.catalogue.Unit;
import hallmetrics.edition.MetricRow;
import hallmetrics.plot.Judgement;
import hallmetrics.plot.Scale;
import hallmetrics.plot.Table;
import hallmetrics.plot.XmrPlot;
import hallmetrics.statistics.Xmr;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The months of a city's metric as an XmR chart. */
final class TrendForm implements Form {
  private static final int TICKS = 6;

  /**
   * A percentage whose months all lie above this part of its greatest is drawn from a round start.
   */
  private static final double HIGH_GROUND = 0.5;

  /** A metric without a month to draw has no page: the cover says that it was not judged. */
  @Override
  public List<Page> make(Facts facts, PageSpec spec) {
    return spec.metrics().stream()
        .filter(metric -> facts.series(metric).size() > 0)
        .map(metric -> page(facts, Form.id(spec, metric), facts.metric(metric)))
        .toList();
  }

  private static Page page(Facts facts, String id, Metric metric) {
    Series series = facts.series(metric.id());
    Figures figures = new Figures(facts);
    TrendWords words = new TrendWords(facts, metric, series);
    Scale scale = scale(series, metric, figures);
    return new Page(
        id,
        Page.Kind.CHART,
        words.title(),
        words.sub(scale.low() > 0 ? scale.print(scale.low()) : ""),
        words.foot(),
        words.alt(),
        List.of(table(series, metric, figures)),
        plot(facts, series, metric, scale));
  }

  private static XmrPlot plot(Facts facts, Series series, Metric metric, Scale scale) {
    Figures figures = new Figures(facts);
    MetricRow city = facts.city(metric.id());
    List<XmrPlot.Month> months = new ArrayList<>();
    for (int i = 0; i < series.months().size(); i++) {
      months.add(month(facts, series, i, metric));
    }
    Double target = city == null ? null : city.target();
    return new XmrPlot(
        months,
        limits(series, metric, figures),
        target == null
            ? null
            : new XmrPlot.Level(
                Figures.scaled(target, metric.unit()),
                Wording.of("trend.target", "value", figures.limit(target, metric.unit()))),
        scale);
  }

  private static XmrPlot.Month month(Facts facts, Series series, int index, Metric metric) {
    Series.Month month = series.months().get(index);
    Xmr.Point point = month.point();
    MetricRow row = month.row();
    boolean current = row != null && row.period().equals(facts.issue().period().toString());
    Judgement judgement = Judgement.COMMON;
    if (row != null && point != null) {
      judgement = current ? Verdicts.of(row, metric) : Verdicts.of(point, metric);
    }
    return new XmrPlot.Month(
        Wording.of("month", "month", Figures.plain(month.month().getMonthValue())),
        Wording.of("year", "year", Figures.plain(month.month().getYear())),
        point == null ? null : Figures.scaled(point.value(), metric.unit()),
        month.whole(),
        judgement,
        judgement == Judgement.COMMON ? "" : SignalWords.of(series, index),
        Wording.of("trend.gap"));
  }

  private static XmrPlot.@Nullable Limits limits(Series series, Metric metric, Figures figures) {
    Xmr.Point point = newest(series);
    if (point == null || point.rule() == Xmr.Rule.TOO_SHORT) {
      return null;
    }
    Unit unit = metric.unit();
    return new XmrPlot.Limits(
        series.segmentStart(),
        level("trend.low", least(point, metric), unit, figures),
        level("trend.mean", point.mean(), unit, figures),
        level("trend.high", most(point, metric), unit, figures));
  }

  private static XmrPlot.Level level(String key, double value, Unit unit, Figures figures) {
    return new XmrPlot.Level(
        Figures.scaled(value, unit), Wording.of(key, "value", figures.limit(value, unit)));
  }

  /** No metric of ours is negative. */
  static double least(Xmr.Point point, Metric metric) {
    return Math.max(0, point.low());
  }

  /** A part of a whole ends at the whole. */
  static double most(Xmr.Point point, Metric metric) {
    return metric.unit() == Unit.PERCENT ? Math.min(1, point.high()) : point.high();
  }

  /** The newest point there is. */
  static Xmr.@Nullable Point newest(Series series) {
    return series.months().stream()
        .map(Series.Month::point)
        .filter(Objects::nonNull)
        .reduce((first, second) -> second)
        .orElse(null);
  }

  private static Scale scale(Series series, Metric metric, Figures figures) {
    double least = Double.MAX_VALUE;
    double most = 0;
    for (Series.Month month : series.months()) {
      Xmr.Point point = month.point();
      if (point != null) {
        boolean judged = point.rule() != Xmr.Rule.TOO_SHORT;
        double low = judged ? Math.min(point.value(), least(point, metric)) : point.value();
        double high = judged ? Math.max(point.value(), most(point, metric)) : point.value();
        least = Math.min(least, Figures.scaled(low, metric.unit()));
        most = Math.max(most, Figures.scaled(high, metric.unit()));
      }
    }
    MetricRow city = figures.facts().city(metric.id());
    if (city != null && city.target() != null) {
      double target = Figures.scaled(city.target(), metric.unit());
      least = Math.min(least, target);
      most = Math.max(most, target);
    }
    boolean good = metric.better() != Metric.Better.LOWER;
    boolean high = good && metric.unit() == Unit.PERCENT && least > HIGH_GROUND * most;
    Scale scale = high ? Scale.covering(least, most, TICKS) : Scale.fromZero(most, TICKS);
    return Figures.bounded(metric) ? scale.atMost(Figures.scaled(1, metric.unit())) : scale;
  }

  private static Table table(Series series, Metric metric, Figures figures) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < series.months().size(); i++) {
      Series.Month month = series.months().get(i);
      MetricRow row = month.row();
      rows.add(
          List.of(
              figures.month(month.month()),
              row == null ? Wording.of("none") : figures.cell(row),
              row == null ? Wording.of("none") : figures.part(row),
              SignalWords.of(series, i)));
    }
    return new Table(
        "",
        List.of(
            Table.Column.text(Wording.of("column.month"), 1),
            Table.Column.number(metric.title(), 1),
            Table.Column.number(Wording.of("column.part"), 1),
            Table.Column.text(Wording.of("column.signal"), 1)),
        rows);
  }
}
