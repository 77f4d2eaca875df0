package hallmetrics.catalogue;

import java.util.Set;

/** What the examples of the built-in metrics must keep; a site's metrics may do without. */
final class ExampleLaws {
  private static final Set<MetricKind> MAY_BE_ABSENT =
      Set.of(MetricKind.PROPORTION, MetricKind.RATE, MetricKind.MEAN, MetricKind.QUANTILE);

  /** How a figure prints that has no value. */
  private static final String ABSENT = "—";

  private final Catalogue catalogue;
  private final Laws laws;

  ExampleLaws(Catalogue catalogue, Laws laws) {
    this.catalogue = catalogue;
    this.laws = laws;
  }

  void check() {
    for (Metric metric : catalogue.metrics()) {
      if (metric.file().startsWith(CatalogueLoader.BUILT_IN)) {
        exclusion(metric);
        absence(metric);
      }
    }
  }

  /** There is an example, and in it a row that must not count. */
  private void exclusion(Metric metric) {
    if (metric.examples().stream().allMatch(example -> example.ignored().isEmpty())) {
      laws.broken(
          metric.file(),
          metric.line(),
          "内置指标 '"
              + metric.id()
              + "' 须有 example，且其中一行写明 not_counted (an example with a row that must not count)");
    }
  }

  /** What may be 0/0 has an example of it. */
  private void absence(Metric metric) {
    boolean shown = metric.examples().stream().anyMatch(one -> one.expect().equals(ABSENT));
    if (MAY_BE_ABSENT.contains(metric.kind()) && !shown) {
      laws.broken(
          metric.file(),
          metric.line(),
          "内置指标 '" + metric.id() + "' 须有一个 0/0 的 example，expect: — (an example of 0/0)");
    }
  }
}
