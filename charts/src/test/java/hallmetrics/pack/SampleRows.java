package hallmetrics.pack;

import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.MetricKind;
import hallmetrics.edition.ClaimRow;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.RankingRow;
import hallmetrics.pack.SampleCity.District;
import hallmetrics.statistics.Better;
import hallmetrics.statistics.Claims;
import hallmetrics.statistics.GroupTest;
import hallmetrics.statistics.Interval;
import hallmetrics.statistics.Least;
import hallmetrics.statistics.RankDraws;
import hallmetrics.statistics.Ranks;
import hallmetrics.statistics.SeriesTest;
import hallmetrics.statistics.Unit;
import hallmetrics.statistics.Wilson;
import hallmetrics.statistics.Xmr;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a made-up city, by the product's own statistics. */
final class SampleRows {
  private final List<District> districts;
  private final YearMonth month;
  private final int months;
  private final double newest;
  private final District nowhere;
  private final Map<String, List<double[]>> series = new HashMap<>();

  SampleRows(
      List<District> districts, YearMonth month, int months, double newest, District nowhere) {
    this.nowhere = nowhere;
    this.districts = districts;
    this.month = month;
    this.months = months;
    this.newest = newest;
    SampleMetrics.all().forEach(metric -> series.put(metric.id(), numbers(metric)));
  }

  /** k and n of every month, oldest first. */
  private List<double[]> numbers(Metric metric) {
    Random random = new Random(metric.id().hashCode());
    double n = nowhere.ratings() + districts.stream().mapToLong(District::ratings).sum();
    double bad = nowhere.bad() + districts.stream().mapToLong(District::bad).sum();
    List<double[]> numbers = new ArrayList<>();
    for (int i = months - 1; i >= 0; i--) {
      double size = i == 0 ? n : Math.rint(n * (0.9 + 0.2 * random.nextDouble()));
      double wave = 1 + 0.05 * random.nextGaussian();
      double few = i == 0 ? bad : Math.rint(bad / Math.max(1, n) * size * wave);
      few = Math.min(size, Math.rint(few * (i == 0 ? newest : 1)));
      numbers.add(pair(metric.id(), size, few, random));
    }
    return numbers;
  }

  private static double[] pair(String metric, double n, double bad, Random random) {
    double due = Math.rint(bad * 0.96);
    return switch (metric) {
      case "evaluations" -> new double[] {Math.rint(n * 1.21), 0};
      case "praise_rate" -> new double[] {n - bad, n};
      case "bad_count" -> new double[] {bad, 0};
      case "bad_rate" -> new double[] {bad, n};
      case "active_share" -> new double[] {n, Math.rint(n * (1.17 + 0.01 * random.nextDouble()))};
      case "rectification_rate" -> new double[] {Math.rint(due * 0.985), due};
      case "rectification_days" -> new double[] {7 + random.nextInt(3), due};
      default -> new double[] {Math.rint(due * (0.94 + 0.015 * random.nextGaussian())), due};
    };
  }

  List<MetricRow> history() {
    List<MetricRow> rows = new ArrayList<>();
    for (Metric metric : SampleMetrics.all()) {
      for (int i = 0; i < months - 1; i++) {
        rows.add(city(metric, i));
      }
    }
    return rows;
  }

  List<MetricRow> metrics() {
    List<MetricRow> rows = new ArrayList<>();
    for (Metric metric : SampleMetrics.all()) {
      if (months > 0) {
        rows.add(city(metric, months - 1));
      }
    }
    for (District district : districts) {
      rows.add(row("bad_rate", district, district.bad(), district.ratings()));
      rows.add(
          row("praise_rate", district, district.ratings() - district.bad(), district.ratings()));
    }
    return rows;
  }

  private MetricRow city(Metric metric, int index) {
    List<double[]> all = series.getOrDefault(metric.id(), List.of());
    double[] now = all.get(index);
    Double value = value(metric, now);
    double[] known =
        all.subList(0, index + 1).stream()
            .map(pair -> value(metric, pair))
            .filter(v -> v != null)
            .mapToDouble(Double::doubleValue)
            .toArray();
    Xmr.@Nullable Point point = value == null ? null : Xmr.of(known).last();
    Interval wilson = interval(metric, now);
    return new MetricRow(
        month.minusMonths(months - 1L - index).toString(),
        "MONTH",
        metric.id(),
        metric.kind().name(),
        metric.unit().name(),
        "ALL",
        "",
        "全市",
        "",
        "",
        now[0],
        metric.kind() == MetricKind.COUNT ? null : now[1],
        value,
        wilson == null ? null : wilson.low(),
        wilson == null ? null : wilson.high(),
        true,
        value == null ? "NO_BUSINESS" : "OK",
        target(metric.id()),
        index < 1 ? null : value(metric, all.get(index - 1)),
        index < 12 ? null : value(metric, all.get(index - 12)),
        true,
        point == null ? "NONE" : point.signal().name(),
        point == null || point.direction() == null ? null : point.direction().name(),
        "2026-10-31",
        1);
  }

  private static @Nullable Double value(Metric metric, double[] pair) {
    if (metric.kind() == MetricKind.COUNT || metric.kind() == MetricKind.QUANTILE) {
      return pair[0];
    }
    return pair[1] == 0 ? null : pair[0] / pair[1];
  }

  private static @Nullable Interval interval(Metric metric, double[] pair) {
    return metric.kind() == MetricKind.PROPORTION && pair[1] > 0
        ? Wilson.interval((long) pair[0], (long) pair[1])
        : null;
  }

  private static @Nullable Double target(String metric) {
    return switch (metric) {
      case "bad_rate" -> 0.0045;
      case "rectification_on_time_rate" -> 0.95;
      case "rectification_rate" -> 0.97;
      case "praise_rate" -> 0.99;
      default -> null;
    };
  }

  MetricRow row(String metric, District district, long k, long n) {
    Interval wilson = n == 0 ? null : Wilson.interval(k, n);
    String unit = metric.equals("bad_rate") ? "PER_100K" : "PERCENT";
    return new MetricRow(
        month.toString(),
        "MONTH",
        metric,
        "PROPORTION",
        unit,
        "REGION",
        district.id(),
        district.name(),
        "",
        "",
        (double) k,
        (double) n,
        n == 0 ? null : (double) k / n,
        wilson == null ? null : wilson.low(),
        wilson == null ? null : wilson.high(),
        n >= 30,
        n == 0 ? "NO_BUSINESS" : "OK",
        null,
        null,
        null,
        true,
        "NONE",
        null,
        "2026-10-31",
        1);
  }

  private List<String> groups() {
    return districts.stream().map(District::group).distinct().toList();
  }

  private List<District> members(String group) {
    return districts.stream().filter(d -> d.group().equals(group)).toList();
  }

  private static List<Unit> ranked(List<District> members) {
    return members.stream()
        .filter(d -> d.ratings() >= 30)
        .map(d -> new Unit(d.id(), d.bad(), d.ratings()))
        .toList();
  }

  /** The product's own judgement of the districts and of the city's series of bad ratings. */
  private Claims judged() {
    List<Unit> past =
        series.getOrDefault("bad_rate", List.of()).stream()
            .map(pair -> new Unit("", (long) pair[0], (long) pair[1]))
            .toList();
    boolean outside =
        months > 0 && city(SampleMetrics.badRate(), months - 1).signal().equals("OUTSIDE");
    return Claims.of(
        groups().stream()
            .map(group -> new Claims.Group(ranked(members(group)), Least.STANDARD))
            .toList(),
        months == 0 ? List.of() : List.of(SeriesTest.ofProportions(past, Least.STANDARD, outside)));
  }

  List<ClaimRow> claims() {
    List<ClaimRow> claims = new ArrayList<>();
    for (RankingRow row : rankings()) {
      if (row.named() != null) {
        claims.add(ClaimRow.named(row, row.named(), 0));
      }
    }
    if (judged().series().contains(true)) {
      MetricRow row = city(SampleMetrics.badRate(), months - 1);
      claims.add(ClaimRow.outside(row, Objects.requireNonNull(row.direction()), 0));
    }
    return claims;
  }

  List<RankingRow> rankings() {
    Claims claims = judged();
    List<RankingRow> rows = new ArrayList<>();
    for (int i = 0; i < groups().size(); i++) {
      String group = groups().get(i);
      rows.addAll(ranking(group, members(group), claims.groups().get(i), claims.named().get(i)));
    }
    return rows;
  }

  private List<RankingRow> ranking(
      String group, List<District> members, GroupTest tests, Set<String> named) {
    List<District> able = members.stream().filter(d -> d.ratings() >= 30).toList();
    List<District> ranked = able.size() < 2 ? List.of() : able;
    List<Unit> units = ranked(ranked);
    List<Ranks.Rank> ranks = Ranks.of(units, Better.LOWER);
    Map<String, RankDraws.RankInterval> draws =
        RankDraws.of(units, Better.LOWER, id -> RankDraws.stream("bad_rate", month.toString(), id));
    List<RankingRow> rows = new ArrayList<>();
    for (int i = 0; i < ranked.size(); i++) {
      RankDraws.RankInterval draw = Objects.requireNonNull(draws.get(ranked.get(i).id()));
      boolean above = tests.results().get(i).side() == GroupTest.Side.ABOVE;
      rows.add(
          new RankingRow(
              month.toString(),
              "bad_rate",
              group,
              "REGION",
              ranked.get(i).id(),
              ranked.get(i).name(),
              ranks.get(i).rank(),
              ranks.get(i).of(),
              ranks.get(i).tied(),
              draw.expected(),
              draw.low(),
              draw.high(),
              named.contains(ranked.get(i).id()) ? (above ? "WORST" : "BEST") : null,
              null));
    }
    for (District district : members) {
      if (!ranked.contains(district)) {
        rows.add(SampleUnranked.row(district, month, ranked.size()));
      }
    }
    return rows;
  }
}
