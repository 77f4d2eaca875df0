package hallmetrics.metrics;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.MetricKind;
import hallmetrics.catalogue.Ranking;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.RankingRow;
import hallmetrics.region.Registers;
import hallmetrics.statistics.Better;
import hallmetrics.statistics.Claims;
import hallmetrics.statistics.GroupTest;
import hallmetrics.statistics.Least;
import hallmetrics.statistics.RankDraws;
import hallmetrics.statistics.Ranks;
import hallmetrics.statistics.Unit;
import hallmetrics.time.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares units inside their rank groups: competition ranks by exact fractions, how sure a rank
 * is, and who may be named. A unit is named only when its test survives among all tests of the
 * pack.
 */
public final class RankingJob {
  private final Catalogue catalogue;
  private final Registers registers;
  private final Period period;

  /** Rankings of one period. */
  public RankingJob(Catalogue catalogue, Registers registers, Period period) {
    this.catalogue = catalogue;
    this.registers = registers;
    this.period = period;
  }

  /**
   * The rows of {@code rankings}, made from the unsplit rows of the period.
   *
   * @param rows rows of {@code metrics}; those of other periods and grains are passed over
   */
  public List<RankingRow> rank(List<MetricRow> rows) {
    Map<String, MetricRow> figures = new HashMap<>();
    for (MetricRow row : rows) {
      if (row.split().isEmpty()
          && row.period().equals(period.toString())
          && row.grain().equals(period.grain().name())) {
        figures.put(row.metric() + " " + row.scope() + " " + row.scopeId(), row);
      }
    }
    List<Group> groups = groups(figures);
    name(groups);
    return groups.stream().flatMap(group -> group.rows().stream()).toList();
  }

  private List<Group> groups(Map<String, MetricRow> figures) {
    List<Group> groups = new ArrayList<>();
    for (Ranking ranking : catalogue.rankings()) {
      Metric metric = catalogue.metric(ranking.metric(), period.last());
      if (metric == null) {
        continue;
      }
      String scope = ranking.scope().toUpperCase(Locale.ROOT);
      registers
          .rankGroups(scope, period.first(), period.last())
          .forEach(
              (name, ids) -> {
                List<MetricRow> units =
                    ids.stream()
                        .map(id -> figures.get(metric.id() + " " + scope + " " + id))
                        .filter(row -> row != null)
                        .toList();
                if (!units.isEmpty()) {
                  groups.add(Group.of(metric, name, units));
                }
              });
    }
    return groups;
  }

  /** Marks those whose test survives Benjamini–Hochberg over every unit of every metric. */
  private static void name(List<Group> groups) {
    List<GroupTest.Result> tests = new ArrayList<>();
    groups.forEach(group -> tests.addAll(group.tests()));
    boolean[] named = Claims.named(tests);
    int at = 0;
    for (Group group : groups) {
      for (GroupTest.Result test : group.tests()) {
        if (named[at]) {
          group.name(test);
        }
        at++;
      }
    }
  }

  /** One metric in one rank group. */
  private static final class Group {
    private final Metric metric;
    private final Better better;
    private final List<RankingRow> rows;
    private final List<GroupTest.Result> tests;

    private Group(
        Metric metric, Better better, List<RankingRow> rows, List<GroupTest.Result> tests) {
      this.metric = metric;
      this.better = better;
      this.rows = rows;
      this.tests = tests;
    }

    static Group of(Metric metric, String name, List<MetricRow> units) {
      Better better = metric.better() == Metric.Better.HIGHER ? Better.HIGHER : Better.LOWER;
      List<MetricRow> ranked = units.stream().filter(Group::ranked).toList();
      List<RankingRow> rows = new ArrayList<>(rankedRows(metric, better, name, ranked));
      for (MetricRow unit : units) {
        if (!ranked(unit)) {
          rows.add(unranked(name, unit));
        }
      }
      List<GroupTest.Result> tests =
          metric.kind() == MetricKind.PROPORTION
              ? GroupTest.of(
                      ranked.stream().map(Group::unit).toList(),
                      new Least(metric.leastN(), metric.leastExpected()))
                  .results()
              : List.of();
      return new Group(metric, better, rows, tests);
    }

    List<RankingRow> rows() {
      return rows;
    }

    List<GroupTest.Result> tests() {
      return tests;
    }

    void name(GroupTest.Result test) {
      boolean high = test.side() == GroupTest.Side.ABOVE;
      String mark = high == (better == Better.HIGHER) ? "BEST" : "WORST";
      rows.replaceAll(row -> row.scopeId().equals(test.unit().id()) ? named(row, mark) : row);
    }

    private static RankingRow named(RankingRow row, String mark) {
      return new RankingRow(
          row.period(),
          row.metric(),
          row.rankGroup(),
          row.scope(),
          row.scopeId(),
          row.scopeName(),
          row.rank(),
          row.rankOf(),
          row.tied(),
          row.expectedRank(),
          row.rankLow(),
          row.rankHigh(),
          mark,
          row.unrankedReason());
    }

    private static boolean ranked(MetricRow unit) {
      return unit.value() != null && unit.sufficient() && !unit.state().equals("NOT_RECEIVED");
    }

    private static String reason(MetricRow unit) {
      if (unit.state().equals("NOT_RECEIVED")) {
        return "NOT_RECEIVED";
      }
      if (unit.value() == null) {
        return unit.state().equals("NOT_DUE") ? "NOT_DUE" : "NO_BUSINESS";
      }
      return "SMALL_SAMPLE";
    }

    private static Unit unit(MetricRow row) {
      Double k = row.numerator();
      Double n = row.denominator();
      return new Unit(row.scopeId(), k == null ? 0 : Math.round(k), n == null ? 0 : Math.round(n));
    }

    private static List<RankingRow> rankedRows(
        Metric metric, Better better, String name, List<MetricRow> ranked) {
      boolean proportion = metric.kind() == MetricKind.PROPORTION;
      List<Unit> units = ranked.stream().map(Group::unit).toList();
      List<Ranks.Rank> ranks =
          proportion
              ? Ranks.of(units, better)
              : Ranks.ofDecimals(ranked.stream().map(Group::exact).toList(), better);
      Map<String, RankDraws.RankInterval> draws =
          proportion ? RankDraws.of(units, better, id -> stream(metric, ranked, id)) : Map.of();
      List<RankingRow> rows = new ArrayList<>();
      for (int i = 0; i < ranked.size(); i++) {
        rows.add(row(name, ranked.get(i), ranks.get(i), draws.get(ranked.get(i).scopeId())));
      }
      Comparator<RankingRow> byRank =
          Comparator.comparing(row -> row.rank() == null ? 0 : row.rank());
      rows.sort(
          byRank.thenComparing(row -> -volume(ranked, row)).thenComparing(RankingRow::scopeName));
      return rows;
    }

    private static double volume(List<MetricRow> ranked, RankingRow row) {
      return ranked.stream()
          .filter(unit -> unit.scopeId().equals(row.scopeId()))
          .mapToDouble(unit -> unit.denominator() == null ? 0 : unit.denominator())
          .sum();
    }

    private static String stream(Metric metric, List<MetricRow> ranked, String id) {
      return RankDraws.stream(metric.id(), ranked.get(0).period(), id);
    }

    private static BigDecimal exact(MetricRow row) {
      return new BigDecimal(Double.toString(row.value() == null ? 0 : row.value()));
    }

    private static RankingRow row(
        String group, MetricRow unit, Ranks.Rank rank, RankDraws.@Nullable RankInterval interval) {
      return new RankingRow(
          unit.period(),
          unit.metric(),
          group,
          unit.scope(),
          unit.scopeId(),
          unit.scopeName(),
          rank.rank(),
          rank.of(),
          rank.tied(),
          interval == null ? null : interval.expected(),
          interval == null ? null : interval.low(),
          interval == null ? null : interval.high(),
          null,
          null);
    }

    private static RankingRow unranked(String group, MetricRow unit) {
      return new RankingRow(
          unit.period(),
          unit.metric(),
          group,
          unit.scope(),
          unit.scopeId(),
          unit.scopeName(),
          null,
          0,
          false,
          null,
          null,
          null,
          null,
          reason(unit));
    }
  }
}
