package hallmetrics.explain;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.MetricKind;
import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.fault.Nearest;
import hallmetrics.region.Registers;
import hallmetrics.settings.Site;
import hallmetrics.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which figure is to be explained.
 *
 * @param metric its definition in force at the period's end
 * @param scope ALL REGION ORG HALL WINDOW ITEM
 * @param place stable id; empty for ALL
 * @param split name of a split of the metric; empty for the unsplit figure
 * @param value the split's value; empty without a split
 */
public record Question(
    Metric metric, Period period, String scope, String place, String split, String value) {
  /** Scope of the whole city. */
  public static final String ALL = "ALL";

  private static final Map<String, String> TITLES =
      Map.of("REGION", "区划", "ORG", "部门", "HALL", "大厅", "WINDOW", "窗口", "ITEM", "事项");

  /**
   * Understands what a person asks: a metric by id, code or title, a place by id or name.
   *
   * @throws HallException {@code metric-unknown}, {@code metric-not-in-force} or {@code
   *     place-unknown}, exit 2, with the nearest right name
   */
  public static Question of(Site site, String metric, Period period, String scope, String place) {
    return new Question(
        metric(site.catalogue(), metric, period),
        period,
        scope,
        place(site.registers(), scope, place, period),
        "",
        "");
  }

  /**
   * The same of one value of a split.
   *
   * @param split a split's name and value, as {@code channel=QR}
   * @throws HallException {@code split-unknown}, exit 2, with the nearest right name
   */
  public Question at(String split) {
    int equals = split.indexOf('=');
    String name = equals < 0 ? split : split.substring(0, equals);
    boolean crossed = scope.equals("WINDOW") || scope.equals("ITEM");
    if (equals < 0 || crossed || !splits().contains(name)) {
      String what =
          crossed
              ? "窗口和事项不再细分"
              : "指标 " + metric.id() + " 没有这种细分：" + split + Nearest.hint(name, splits());
      throw HallException.of("split-unknown", ExitStatus.USAGE, what)
          .english("no such split of the metric")
          .where("可以按：" + splits())
          .next("写成 名称=值，如 --split channel=QR；各值见 docs/metrics.md 或 hall metrics 的输出。")
          .build();
    }
    return new Question(metric, period, scope, place, name, split.substring(equals + 1));
  }

  private List<String> splits() {
    return metric.kind() == MetricKind.QUANTILE ? List.of() : metric.splits();
  }

  private static Metric metric(Catalogue catalogue, String asked, Period period) {
    String id = catalogue.metricCalled(asked);
    if (id == null) {
      throw unknown(catalogue, asked);
    }
    Metric found = catalogue.metric(id, period.last());
    if (found == null) {
      List<String> valid =
          catalogue.versions(id).stream()
              .map(
                  one ->
                      one.validFrom() + " 起" + (one.validTo() == null ? "" : "至 " + one.validTo()))
              .toList();
      throw HallException.of(
              "metric-not-in-force", ExitStatus.USAGE, "指标 " + id + " 在 " + period.title() + "没有定义")
          .english("the metric has no definition in that period")
          .where(String.join("，", valid))
          .next("换一个周期。")
          .build();
    }
    return found;
  }

  private static HallException unknown(Catalogue catalogue, String asked) {
    List<String> names = new ArrayList<>(catalogue.metricIds());
    catalogue.metrics().forEach(metric -> names.add(metric.title()));
    return HallException.of(
            "metric-unknown", ExitStatus.USAGE, "没有这个指标：" + asked + Nearest.hint(asked, names))
        .english("no such metric")
        .next("看 docs/metrics.md 的指标表，或运行 hall check。")
        .build();
  }

  private static String place(Registers registers, String scope, String asked, Period period) {
    if (scope.equals(ALL) || scope.equals("ITEM") || asked.equals("(none)")) {
      return asked;
    }
    Map<String, String> names = names(registers, scope, period);
    if (names.containsKey(asked)) {
      return asked;
    }
    List<String> called =
        names.entrySet().stream()
            .filter(entry -> entry.getValue().equals(asked))
            .map(Map.Entry::getKey)
            .toList();
    String code = scope.equals("REGION") ? registers.resolveRegion(asked, period.last()) : null;
    if (called.size() == 1 || (code != null && names.containsKey(code))) {
      return called.size() == 1 ? called.get(0) : String.valueOf(code);
    }
    Set<String> all = new TreeSet<>(names.keySet());
    all.addAll(names.values());
    String title = TITLES.getOrDefault(scope, scope);
    String what =
        called.isEmpty()
            ? "没有这个" + title + "：" + asked + Nearest.hint(asked, all)
            : "叫“" + asked + "”的" + title + "不止一个：" + called;
    throw HallException.of("place-unknown", ExitStatus.USAGE, what)
        .english("no such place in force in " + period)
        .where("registers/" + scope.toLowerCase(Locale.ROOT) + ".csv")
        .next("核对编号或名称；登记簿里没有的记录用 (none) 查。")
        .build();
  }

  /** Ids in force in a period with what they are called then. */
  private static Map<String, String> names(Registers registers, String scope, Period period) {
    List<String> ids =
        switch (scope) {
          case "REGION" ->
              registers.regions(period.first(), period.last()).stream()
                  .map(one -> one.id())
                  .toList();
          case "ORG" ->
              registers.orgs(period.first(), period.last()).stream().map(one -> one.id()).toList();
          case "HALL" ->
              registers.halls(period.first(), period.last()).stream().map(one -> one.id()).toList();
          default ->
              registers.windows(period.first(), period.last()).stream()
                  .map(one -> one.id())
                  .toList();
        };
    Map<String, String> names = new LinkedHashMap<>();
    ids.forEach(id -> names.put(id, registers.name(scope, id, period.last())));
    return names;
  }

  /** What a reader calls the place. */
  String placeName(Registers registers) {
    if (scope.equals(ALL)) {
      return "全市";
    }
    if (place.equals("(none)")) {
      return "未归属" + TITLES.getOrDefault(scope, "");
    }
    String name = registers.name(scope, place, period.last());
    return name.equals(place) ? place : name + "（" + place + "）";
  }

  /** What a scope is called. */
  static String title(String scope) {
    return TITLES.getOrDefault(scope, "全市");
  }
}
