package hallmetrics.settings;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Derived;
import hallmetrics.catalogue.Measure;
import hallmetrics.fault.Nearest;
import hallmetrics.region.Registers;
import hallmetrics.schema.Computed;
import hallmetrics.schema.TableSchema;
import hallmetrics.time.DeadlinePolicies;
import hallmetrics.yaml.YamlMap;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the parts of a site must keep between them. */
final class SiteLaws {
  private static final Pattern POLICY =
      Pattern.compile("\\bdue(?:_provisional)?\\s*\\([^()']*,\\s*'([^']*)'\\s*\\)");

  private final YamlMap top;

  /**
   * @param top of site.yaml
   */
  SiteLaws(YamlMap top) {
    this.top = top;
  }

  void check(
      SiteOptions options, Registers registers, Catalogue catalogue, DeadlinePolicies policies) {
    city(options, registers);
    headline(options, catalogue);
    for (TableSchema table : catalogue.tables().values()) {
      for (Computed one : table.computed()) {
        policies(table.file(), one.line(), one.sql(), policies);
      }
    }
    for (Derived derived : catalogue.derived().values()) {
      for (Computed one : derived.computed()) {
        policies(derived.file(), one.line(), one.sql(), policies);
      }
    }
    for (Measure measure : catalogue.measures().values()) {
      policies(measure.file(), measure.line(), measure.where(), policies);
      policies(measure.file(), measure.line(), measure.on(), policies);
    }
  }

  /** The city is a registered region. */
  private void city(SiteOptions options, Registers registers) {
    String city = options.city();
    if (!city.isEmpty() && !city.equals(registers.regionId(city))) {
      Set<String> known = new TreeSet<>();
      registers
          .regions(LocalDate.of(1900, 1, 1), LocalDate.of(2999, 12, 31))
          .forEach(region -> known.add(region.id()));
      top.problem(
          "city",
          "city '"
              + city
              + "' 未在 registers/region.csv 登记 (not registered)"
              + Nearest.hint(city, known));
    }
  }

  /** Headline series are metrics. */
  private void headline(SiteOptions options, Catalogue catalogue) {
    for (String metric : options.headlineSeries()) {
      if (!catalogue.metricIds().contains(metric)) {
        top.problem(
            "headline_series",
            "headline_series 中未知的指标 '"
                + metric
                + "'"
                + Nearest.hint(metric, catalogue.metricIds()));
      }
    }
  }

  /** A deadline named in a definition is in the register. */
  private void policies(String where, int line, String sql, DeadlinePolicies policies) {
    Matcher matcher = POLICY.matcher(sql);
    while (matcher.find()) {
      String name = matcher.group(1);
      int dot = name.lastIndexOf('.');
      String any = DeadlinePolicies.ANY + '.' + name.substring(dot + 1);
      String qualified = dot < 0 ? any : name;
      if (!policies.names().contains(qualified) && !policies.names().contains(any)) {
        top.problems()
            .add(
                where,
                line,
                "期限政策 '"
                    + name
                    + "' 未在 registers/deadline_policy.csv 登记 (no such deadline)"
                    + Nearest.hint(name, policies.names()));
      }
    }
  }
}
