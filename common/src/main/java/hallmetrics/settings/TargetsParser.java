package hallmetrics.settings;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.MetricKind;
import hallmetrics.fault.Nearest;
import hallmetrics.fault.Problems;
import hallmetrics.region.RegisterCsv;
import hallmetrics.region.Registers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads targets.csv. A target is written 0.98, 98% or 80/100000. */
final class TargetsParser {
  private static final List<String> SCOPES =
      List.of("ALL", "REGION", "ORG", "HALL", "WINDOW", "ITEM");
  private static final String NUMBER = "[0-9]{1,12}(\\.[0-9]{1,9})?";

  private final Catalogue catalogue;
  private final Registers registers;

  TargetsParser(Catalogue catalogue, Registers registers) {
    this.catalogue = catalogue;
    this.registers = registers;
  }

  Targets parse(String file, String text, Problems problems) {
    List<RegisterCsv.Row> rows =
        new RegisterCsv(file, problems)
            .rows(
                text,
                Set.of("metric", "scope", "target"),
                Set.of("scope_id", "valid_from", "valid_to", "source"));
    List<Target> targets = new ArrayList<>();
    for (RegisterCsv.Row row : rows) {
      Target target = target(row);
      if (target != null) {
        once(row, target, targets);
        targets.add(target);
      }
    }
    return new Targets(List.copyOf(targets));
  }

  private @Nullable Target target(RegisterCsv.Row row) {
    String id = row.required("metric");
    List<Metric> versions = catalogue.versions(id);
    if (versions.isEmpty()) {
      String hint = Nearest.hint(id, catalogue.metricIds());
      row.problem("未知的指标 '" + id + "' (unknown metric)" + hint);
      return null;
    }
    String scope = row.required("scope");
    if (!SCOPES.contains(scope)) {
      row.problem("'scope' 不能是 '" + scope + "'，可用 " + SCOPES + Nearest.hint(scope, SCOPES));
      return null;
    }
    Double value = value(row, versions.get(versions.size() - 1));
    if (value == null) {
      return null;
    }
    String scopeId = row.text("scope_id");
    String every = scope.equals("ALL") ? "" : "*";
    if (scopeId != null && !scopeId.equals("*")) {
      place(row, scope, scopeId);
    }
    return new Target(
        id,
        scope,
        scopeId == null ? every : scopeId,
        value,
        row.day("valid_from"),
        row.day("valid_to"),
        row.text("source"));
  }

  /** A target of a place nobody registered would be nobody's. */
  private void place(RegisterCsv.Row row, String scope, String id) {
    if (scope.equals("ALL")) {
      row.problem("ALL 的 'scope_id' 应为空，实为 '" + id + "' (the city has no id)");
    } else if (!scope.equals("ITEM") && !registers.ids(scope).contains(id)) {
      String hint = Nearest.hint(id, registers.ids(scope));
      row.problem("名录里没有这个 " + scope + " '" + id + "' (not registered)" + hint);
    }
  }

  private static @Nullable Double value(RegisterCsv.Row row, Metric metric) {
    String text = row.required("target");
    BigDecimal value = decimal(text);
    if (value == null) {
      row.problem("'target' 应写成 0.98、98% 或 80/100000，实为 '" + text + "'");
      return null;
    }
    if (metric.kind() == MetricKind.PROPORTION && value.compareTo(BigDecimal.ONE) > 0) {
      row.problem("比例的目标不大于 1：'" + text + "'，百分数请写 % (a proportion is at most 1)");
      return null;
    }
    return value.doubleValue();
  }

  private static @Nullable BigDecimal decimal(String text) {
    if (text.matches(NUMBER)) {
      return new BigDecimal(text);
    }
    if (text.matches(NUMBER + "%")) {
      return new BigDecimal(text.substring(0, text.length() - 1)).movePointLeft(2);
    }
    if (text.matches(NUMBER + "/[1-9][0-9]{0,11}")) {
      int slash = text.indexOf('/');
      BigDecimal below = new BigDecimal(text.substring(slash + 1));
      return new BigDecimal(text.substring(0, slash)).divide(below, MathContext.DECIMAL64);
    }
    return null;
  }

  private static void once(RegisterCsv.Row row, Target target, List<Target> before) {
    for (Target other : before) {
      boolean same =
          other.metric().equals(target.metric())
              && other.scope().equals(target.scope())
              && other.scopeId().equals(target.scopeId());
      if (same && !first(target).isAfter(last(other)) && !first(other).isAfter(last(target))) {
        row.problem("'" + target.metric() + "' 的目标与前面一行的有效期重叠 (overlaps an earlier row)");
      }
    }
  }

  private static LocalDate first(Target target) {
    return target.validFrom() == null ? LocalDate.MIN : target.validFrom();
  }

  private static LocalDate last(Target target) {
    return target.validTo() == null ? LocalDate.MAX : target.validTo();
  }
}
