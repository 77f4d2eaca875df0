package hallmetrics.metrics;

import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.MetricKind;
import hallmetrics.edition.ClaimRow;
import hallmetrics.edition.MetricRow;
import hallmetrics.statistics.GroupTest;
import hallmetrics.statistics.Least;
import hallmetrics.statistics.SeriesTest;
import hallmetrics.statistics.Xmr;
import hallmetrics.time.Grain;
import hallmetrics.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A city series of which a pack may say that its newest month is unusual.
 *
 * @param newest its row
 * @param test of the newest month against those before that have the same definition
 */
record Headline(MetricRow newest, GroupTest.Result test) {

  /** The series of a metric up to a month; null for other periods and where it has no value. */
  static @Nullable Headline of(
      Metric metric, Period period, List<MetricRow> rows, List<MetricRow> history) {
    SortedMap<String, MetricRow> months = new TreeMap<>();
    history.forEach(row -> add(months, row, metric));
    rows.forEach(row -> add(months, row, metric));
    MetricRow newest = months.get(period.toString());
    if (period.grain() != Grain.MONTH || newest == null || newest.value() == null) {
      return null;
    }
    List<MetricRow> segment = new ArrayList<>();
    for (MetricRow row : months.headMap(period.toString()).values()) {
      if (row.definitionVersion() == newest.definitionVersion()) {
        segment.add(row);
      } else {
        segment.clear();
      }
    }
    segment.add(newest);
    return new Headline(newest, test(metric, segment));
  }

  private static void add(SortedMap<String, MetricRow> months, MetricRow row, Metric metric) {
    boolean city = row.scope().equals(Places.ALL) && row.split().isEmpty();
    boolean month = row.grain().equals(Grain.MONTH.name()) && row.value() != null;
    if (city && month && row.metric().equals(metric.id())) {
      months.put(row.period(), row);
    }
  }

  private static GroupTest.Result test(Metric metric, List<MetricRow> months) {
    MetricRow newest = months.get(months.size() - 1);
    boolean outside = newest.signal().equals(Xmr.Signal.OUTSIDE.name());
    if (metric.kind() == MetricKind.PROPORTION) {
      return SeriesTest.ofProportions(
          months.stream().map(RankedGroup::unit).toList(),
          new Least(metric.leastN(), metric.leastExpected()),
          outside);
    }
    double[] values =
        months.stream().mapToDouble(row -> Objects.requireNonNull(row.value())).toArray();
    return SeriesTest.ofValues(metric.id(), values, outside);
  }

  ClaimRow claim() {
    return ClaimRow.outside(
        newest, Objects.requireNonNullElse(newest.direction(), ""), test.pValue());
  }
}
