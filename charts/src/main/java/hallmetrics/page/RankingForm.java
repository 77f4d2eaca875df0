package hallmetrics.page;

import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.PageSpec;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.RankingRow;
import hallmetrics.plot.Caterpillar;
import hallmetrics.plot.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Units by rank, with the intervals that say how far the rank can be trusted. */
final class RankingForm implements Form {
  private static final int TICKS = 8;

  /** Height of a picture under a head of two lines and a foot of five. */
  private static final double LEAST_HEIGHT = 330;

  @Override
  public List<Page> make(Facts facts, PageSpec spec) {
    List<Page> pages = new ArrayList<>();
    for (String metric : spec.metrics()) {
      pages.addAll(pages(facts, spec, facts.metric(metric)));
    }
    return pages;
  }

  private static List<Page> pages(Facts facts, PageSpec spec, Metric metric) {
    List<RankingRow> ranking = facts.ranking(metric.id(), spec.scope());
    RankingWords words = new RankingWords(facts, metric, spec.scope(), ranking);
    RankingRows rows = new RankingRows(facts, metric, spec.scope());
    Scale scale = scale(ranking, facts.units(metric.id(), spec.scope()), metric);
    List<List<RankingRow>> sheets = rows.sheets(ranking, Caterpillar.capacity(LEAST_HEIGHT));
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < sheets.size(); i++) {
      List<RankingRow> sheet = sheets.get(i);
      pages.add(
          new Page(
              Form.sheet(Form.id(spec, metric.id()), i),
              Page.Kind.CHART,
              i == 0 ? words.title() : words.title() + Wording.of("continued"),
              words.sub(),
              words.foot(),
              words.alt(),
              List.of(rows.table(sheet)),
              new Caterpillar(
                  rows.columns(),
                  rows.pictured(sheet),
                  scale,
                  reference(facts, metric),
                  words.axis())));
    }
    return pages;
  }

  private static Caterpillar.@Nullable Level reference(Facts facts, Metric metric) {
    MetricRow city = facts.city(metric.id());
    if (city == null || city.value() == null) {
      return null;
    }
    String value = new Figures(facts).value(city);
    return new Caterpillar.Level(
        Figures.scaled(city.value(), metric.unit()), Wording.of("ranking.city", "value", value));
  }

  /** One small unit's long interval must not flatten all others: it ends in an arrow instead. */
  private static Scale scale(
      List<RankingRow> ranking, SortedMap<String, MetricRow> units, Metric metric) {
    double most = 0;
    double least = Double.MAX_VALUE;
    List<Double> highs = new ArrayList<>();
    for (RankingRow rank : ranking) {
      MetricRow row = units.get(rank.scopeId());
      if (rank.rank() != null && row != null && row.value() != null) {
        double value = Figures.scaled(row.value(), metric.unit());
        most = Math.max(most, value);
        Double high = row.high();
        Double low = row.low();
        highs.add(high == null ? value : Figures.scaled(high, metric.unit()));
        least = Math.min(least, low == null ? value : Figures.scaled(low, metric.unit()));
      }
    }
    if (highs.isEmpty()) {
      return Scale.fromZero(1, TICKS);
    }
    highs.sort(null);
    double usual = highs.get(highs.size() / 2);
    double longest = highs.get(highs.size() - 1);
    double end = Math.max(most, Math.min(longest, 3 * usual));
    boolean high = metric.better() == Metric.Better.HIGHER && least > end / 2;
    Scale scale = high ? Scale.covering(least, end, TICKS) : Scale.fromZero(end, TICKS);
    return Figures.bounded(metric) ? scale.atMost(Figures.scaled(1, metric.unit())) : scale;
  }
}
