package hallmetrics.page;

import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.Unit;
import hallmetrics.edition.MetricRow;
import hallmetrics.text.Numbers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which rates of an edition are printed per 100,000: those of which the city has enough. The others
 * are percentages, everywhere in the pack alike.
 */
final class PrintedUnits {
  /** Per 100,000, one of fewer is ten or more: 12 of 191 would be 6,282.7. */
  private static final double LEAST = 10_000;

  private final Set<String> inPercent = new HashSet<>();

  PrintedUnits(Rows rows, List<Metric> metrics) {
    Map<String, Double> most = new HashMap<>();
    Stream.concat(rows.history().stream(), rows.metrics().stream())
        .filter(row -> row.scope().equals("ALL") && row.split().isEmpty())
        .forEach(
            row -> {
              Double n = row.denominator();
              most.merge(row.metric(), n == null ? 0 : n, Math::max);
            });
    for (Metric metric : metrics) {
      if (metric.unit() == Unit.PER_100K && most.getOrDefault(metric.id(), 0.0) < LEAST) {
        inPercent.add(metric.id());
      }
    }
  }

  Rows rows(Rows rows) {
    return new Rows(
        rows.metrics().stream().map(this::row).toList(),
        rows.history().stream().map(this::row).toList(),
        rows.rankings(),
        rows.fates(),
        rows.restatements(),
        rows.claims());
  }

  private MetricRow row(MetricRow row) {
    return inPercent.contains(row.metric()) ? row.printed(Unit.PERCENT.name()) : row;
  }

  Definitions definitions(Definitions definitions) {
    return definitions.with(definitions.metrics().stream().map(this::metric).toList());
  }

  private Metric metric(Metric metric) {
    return inPercent.contains(metric.id())
        ? metric.printed(
            Unit.PERCENT,
            Figures.name(metric),
            metric.definition() + Wording.of("foot.percent", "least", Numbers.count((long) LEAST)))
        : metric;
  }
}
