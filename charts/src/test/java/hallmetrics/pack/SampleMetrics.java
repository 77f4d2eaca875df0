package hallmetrics.pack;

import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.MetricKind;
import hallmetrics.catalogue.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Ten definitions as the catalogue has them. */
final class SampleMetrics {
  private SampleMetrics() {}

  static List<Metric> all() {
    return Stream.concat(ratings().stream(), rectifications().stream()).toList();
  }

  static Metric badRate() {
    return all().stream()
        .filter(metric -> metric.id().equals("bad_rate"))
        .findFirst()
        .orElseThrow();
  }

  private static List<Metric> ratings() {
    return List.of(
        metric(
            "evaluations",
            "EV-01",
            "评价总量",
            MetricKind.COUNT,
            Unit.NONE,
            Metric.Better.NONE,
            "统计期内收到且未被删除的评价条数，含系统默认评价与经认定无效的评价，按评价时间统计。"),
        metric(
            "praise_rate",
            "EV-02",
            "好评率（主动）",
            MetricKind.PROPORTION,
            Unit.PERCENT,
            Metric.Better.HIGHER,
            "有效、主动的首次评价中，基本满意及以上（3至5级）所占比例；分母为有效主动首次评价数，不含系统默认评价、无效评价和追评，按评价时间统计。"),
        metric(
            "bad_count",
            "EV-04",
            "差评数",
            MetricKind.COUNT,
            Unit.NONE,
            Metric.Better.LOWER,
            "有效、主动的首次评价中，不满意和非常不满意（1、2级）的条数，按评价时间统计。"),
        metric(
            "bad_rate",
            "EV-04",
            "差评率（每十万件）",
            MetricKind.PROPORTION,
            Unit.PER_100K,
            Metric.Better.LOWER,
            "有效、主动的首次评价中，不满意和非常不满意所占比例，按每十万件列示；分母与好评率（主动）相同，按评价时间统计。"));
  }

  private static List<Metric> rectifications() {
    return List.of(
        metric(
            "active_share",
            "EV-05",
            "主动评价率",
            MetricKind.PROPORTION,
            Unit.PERCENT,
            Metric.Better.HIGHER,
            "有效评价中由办事人主动作出（非系统默认）的比例；首评、追评均计，不含无效评价，按评价时间统计。"),
        metric(
            "rectification_rate",
            "RC-01",
            "差评整改率",
            MetricKind.PROPORTION,
            Unit.PERCENT,
            Metric.Better.HIGHER,
            "统计期内的差评中已完成整改的比例；没有整改台账的按未整改计，核实不实的除外。"),
        metric(
            "rectification_on_time_rate",
            "RC-02",
            "按期整改率",
            MetricKind.PROPORTION,
            Unit.PERCENT,
            Metric.Better.HIGHER,
            "整改期限落在统计期内的差评中，在期限以前完成整改的比例；没有整改台账的按未整改计，核实不实的除外。"),
        metric(
            "rectification_days",
            "RC-04",
            "整改用时（中位数，工作日）",
            MetricKind.QUANTILE,
            Unit.DAYS,
            Metric.Better.LOWER,
            "统计期内完成整改的差评，自建单（不含当日）至整改完成所用工作日的中位数；核实不实的除外，按整改完成时间归期。"));
  }

  private static Metric metric(
      String id,
      String code,
      String title,
      MetricKind kind,
      Unit unit,
      Metric.Better better,
      String definition) {
    return new Metric(
        id,
        code,
        title,
        kind,
        unit,
        "k",
        kind == MetricKind.COUNT ? null : "n",
        null,
        kind == MetricKind.QUANTILE ? 0.5 : 0,
        null,
        better,
        30,
        5,
        false,
        List.of(),
        definition,
        "国办发〔2019〕51号；GB/T 39735-2020",
        1,
        LocalDate.of(2021, 1, 1),
        null,
        List.of(),
        "evaluation.yaml",
        1);
  }
}
