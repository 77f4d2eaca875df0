package hallmetrics.catalogue;

import hallmetrics.schema.Duty;
import hallmetrics.schema.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a metric must keep. */
final class MetricLaws {
  private final Catalogue catalogue;
  private final Laws laws;

  MetricLaws(Catalogue catalogue, Laws laws) {
    this.catalogue = catalogue;
    this.laws = laws;
  }

  void check() {
    for (Metric metric : catalogue.metrics()) {
      if (metric.kind() == MetricKind.STOCK) {
        stock(metric);
      } else if (references(metric)) {
        sameTable(metric);
        narrower(metric);
        parts(metric);
        share(metric);
        splits(metric, splitsOf(metric));
      }
      validity(metric);
      sourced(metric);
    }
    metricIds().forEach(this::versions);
  }

  private Set<String> metricIds() {
    return new TreeSet<>(catalogue.metrics().stream().map(Metric::id).toList());
  }

  /** Its measures exist. */
  private boolean references(Metric metric) {
    Set<String> known = new TreeSet<>(catalogue.measures().keySet());
    List<String> names = measures(metric);
    names.forEach(name -> laws.unknown(metric.file(), metric.line(), "指标量", name, known));
    return known.containsAll(names);
  }

  private static List<String> measures(Metric metric) {
    String below = metric.denominator();
    return below == null ? List.of(metric.numerator()) : List.of(metric.numerator(), below);
  }

  /** Numerator and denominator count on one table. */
  private void sameTable(Metric metric) {
    Measure above = measure(metric.numerator());
    Measure below = measure(metric.denominator());
    if (above != null && below != null && !above.table().equals(below.table())) {
      broken(
          metric,
          "分子 '"
              + above.name()
              + "' 在表 "
              + above.table()
              + "，分母 '"
              + below.name()
              + "' 在表 "
              + below.table()
              + "，须为同一张表或派生表 (not on the same table)");
    }
  }

  /** The rows of a proportion's numerator are among those of its denominator, on the same day. */
  private void narrower(Metric metric) {
    Measure above = measure(metric.numerator());
    Measure below = measure(metric.denominator());
    if (metric.kind() != MetricKind.PROPORTION || above == null || below == null) {
      return;
    }
    boolean within =
        Conjuncts.within(above.where(), below.where())
            && above.on().equals(below.on())
            && Objects.equals(above.distinct(), below.distinct());
    if (!within) {
      broken(
          metric,
          "比例 '"
              + metric.id()
              + "' 的分子 '"
              + above.name()
              + "' 不是分母 '"
              + below.name()
              + "' 的一部分（写 of: "
              + below.name()
              + " 收窄，或声明 kind: rate）(numerator is not a part of the denominator)");
    }
  }

  /** A mean has a sum above; a quantile has working days. */
  private void parts(Metric metric) {
    Measure above = measure(metric.numerator());
    if (above == null) {
      return;
    }
    if (metric.kind() == MetricKind.MEAN && above.sum() == null) {
      broken(metric, "均值的分子 '" + above.name() + "' 须有 sum (a mean needs a sum)");
    }
    if (metric.kind() == MetricKind.QUANTILE && above.days() == null) {
      broken(metric, "分位数的 '" + above.name() + "' 须有 days (a quantile needs days)");
    }
  }

  /** A share is by a split its measure is counted by. */
  private void share(Metric metric) {
    Measure of = measure(metric.denominator());
    String by = metric.shareBy();
    if (by != null && of != null) {
      laws.unknown(metric.file(), metric.line(), "维度", by, of.splits());
    }
  }

  private List<String> splitsOf(Metric metric) {
    Set<String> common = new LinkedHashSet<>();
    Measure above = measure(metric.numerator());
    if (above != null) {
      common.addAll(above.splits());
    }
    Measure below = measure(metric.denominator());
    if (below != null) {
      common.retainAll(below.splits());
    }
    return List.copyOf(common);
  }

  /** Its splits are counted for every measure it is made of. */
  private void splits(Metric metric, List<String> known) {
    for (String split : metric.splits()) {
      laws.unknown(metric.file(), metric.line(), "维度", split, known);
    }
  }

  /** A stock is of a table with a duty, split by the table's splits or by age. */
  private void stock(Metric metric) {
    Set<String> tables = new TreeSet<>(catalogue.tables().keySet());
    tables.addAll(catalogue.derived().keySet());
    laws.unknown(metric.file(), metric.line(), "表", metric.numerator(), tables);
    if (!tables.contains(metric.numerator())) {
      return;
    }
    if (duty(metric.numerator()) == null) {
      broken(metric, "存量所指的表 '" + metric.numerator() + "' 没有 duty (the table has no duty)");
    }
    List<String> known = new ArrayList<>(catalogue.splits(metric.numerator()).keySet());
    known.add(SplitNames.AGE);
    splits(metric, known);
  }

  private @Nullable Duty duty(String table) {
    Derived derived = catalogue.derived().get(table);
    if (derived != null) {
      return derived.duty();
    }
    TableSchema schema = catalogue.tables().get(table);
    return schema == null ? null : schema.duty();
  }

  /** It begins before it ends. */
  private void validity(Metric metric) {
    if (metric.validTo() != null && metric.validTo().isBefore(metric.validFrom())) {
      broken(
          metric,
          "'"
              + metric.id()
              + "' 的 valid_to "
              + metric.validTo()
              + " 早于 valid_from "
              + metric.validFrom()
              + " (ends before it begins)");
    }
  }

  /** A built-in metric names its source. */
  private void sourced(Metric metric) {
    if (metric.file().startsWith(CatalogueLoader.BUILT_IN) && metric.source().isEmpty()) {
      broken(metric, "内置指标 '" + metric.id() + "' 缺少 source (missing source)");
    }
  }

  /** At most one version is in force on a day. */
  private void versions(String id) {
    List<Metric> versions = catalogue.versions(id);
    for (int i = 1; i < versions.size(); i++) {
      Metric one = versions.get(i - 1);
      Metric other = versions.get(i);
      if (Versions.overlap(one, other)) {
        broken(
            other,
            "'"
                + id
                + "' 第"
                + other.version()
                + "版与第"
                + one.version()
                + "版（"
                + one.file()
                + ":"
                + one.line()
                + "）的有效期重叠 (versions overlap)");
      }
    }
  }

  private @Nullable Measure measure(@Nullable String name) {
    return name == null ? null : catalogue.measure(name);
  }

  private void broken(Metric metric, String message) {
    laws.broken(metric.file(), metric.line(), message);
  }
}
