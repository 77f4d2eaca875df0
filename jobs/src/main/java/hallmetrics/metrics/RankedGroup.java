package hallmetrics.metrics;

import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.MetricKind;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.RankingRow;
import hallmetrics.statistics.Better;
import hallmetrics.statistics.Claims;
import hallmetrics.statistics.GroupTest;
import hallmetrics.statistics.Least;
import hallmetrics.statistics.RankDraws;
import hallmetrics.statistics.Ranks;
import hallmetrics.statistics.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One metric compared among the units of one rank group. */
final class RankedGroup {
  /** A place needs somebody to be before or behind: a unit left alone has none. */
  private static final int LEAST_UNITS = 2;

  private final Metric metric;
  private final String group;
  private final Better better;

  /** Units with a value and enough of it, in the order they are handed out. */
  private final List<MetricRow> ranked = new ArrayList<>();

  private final Map<MetricRow, String> unranked = new HashMap<>();

  /**
   * Of a proportion: every unit with business, to be tested against the rest of the group; none
   * where no unit may be named, for every test makes the others stricter or laxer.
   */
  private final Claims.Group tested;

  private final Map<String, RankDraws.RankInterval> intervals;

  RankedGroup(Metric metric, String group, List<MetricRow> units) {
    this.metric = metric;
    this.group = group;
    this.better = metric.better() == Metric.Better.LOWER ? Better.LOWER : Better.HIGHER;
    for (MetricRow unit : units) {
      String reason = reason(unit);
      if (reason == null) {
        ranked.add(unit);
      } else {
        unranked.put(unit, reason);
      }
    }
    if (ranked.size() < LEAST_UNITS) {
      ranked.forEach(unit -> unranked.put(unit, "ALONE"));
      ranked.clear();
    }
    boolean proportion = metric.kind() == MetricKind.PROPORTION;
    this.tested =
        new Claims.Group(
            proportion && !ranked.isEmpty() ? business(units) : List.of(),
            new Least(metric.leastN(), metric.leastExpected()));
    this.intervals = proportion ? draw() : Map.of();
  }

  /** Why a unit is listed and not ranked; null when it is ranked. */
  private @Nullable String reason(MetricRow row) {
    if (row.state().equals("NOT_RECEIVED") || row.state().equals("NOT_DUE")) {
      return row.state();
    }
    if (row.value() == null) {
      // of what did not come whole nobody knows whether there was business
      return row.state().equals("PARTIAL") ? "SMALL_SAMPLE" : "NO_BUSINESS";
    }
    Double n = row.denominator();
    return n != null && n < metric.leastN() ? "SMALL_SAMPLE" : null;
  }

  private static List<Unit> business(List<MetricRow> units) {
    return units.stream().filter(row -> row.value() != null).map(RankedGroup::unit).toList();
  }

  private Map<String, RankDraws.RankInterval> draw() {
    return RankDraws.of(
        ranked.stream().map(RankedGroup::unit).toList(),
        better,
        id -> RankDraws.stream(metric.id(), ranked.get(0).period(), id));
  }

  /** A proportion's row as a unit. */
  static Unit unit(MetricRow row) {
    double k = Objects.requireNonNull(row.numerator());
    double n = Objects.requireNonNull(row.denominator());
    return new Unit(row.scopeId(), (long) k, (long) n);
  }

  /** What is to be tested, together with all other groups. */
  Claims.Group tested() {
    return tested;
  }

  /**
   * The rows of the ranking, best first, then those not ranked.
   *
   * @param test of this group
   * @param named ids of its units that may be named
   */
  List<RankingRow> rows(GroupTest test, Set<String> named) {
    Map<String, String> names = new HashMap<>();
    for (GroupTest.Result result : test.results()) {
      if (named.contains(result.unit().id()) && metric.better() != Metric.Better.NONE) {
        names.put(result.unit().id(), side(result.side()));
      }
    }
    List<Ranks.Rank> ranks = ranks();
    List<RankingRow> rows = new ArrayList<>();
    for (int i = 0; i < ranked.size(); i++) {
      rows.add(row(ranked.get(i), ranks.get(i), names.get(ranked.get(i).scopeId()), null));
    }
    unranked.forEach((unit, reason) -> rows.add(row(unit, null, null, reason)));
    Map<String, Double> volumes = volumes();
    rows.sort(
        Comparator.comparing(RankingRow::rank, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(row -> -volumes.getOrDefault(row.scopeId(), 0.0))
            .thenComparing(RankingRow::scopeName)
            .thenComparing(RankingRow::scopeId));
    return rows;
  }

  private Map<String, Double> volumes() {
    Map<String, Double> volumes = new HashMap<>();
    ranked.forEach(row -> volumes.put(row.scopeId(), volume(row)));
    unranked.keySet().forEach(row -> volumes.put(row.scopeId(), volume(row)));
    return volumes;
  }

  private static double volume(MetricRow row) {
    Double n = row.denominator() == null ? row.numerator() : row.denominator();
    return n == null ? 0 : n;
  }

  private String side(GroupTest.Side side) {
    boolean good = (side == GroupTest.Side.ABOVE) == (better == Better.HIGHER);
    return good ? "BEST" : "WORST";
  }

  /** In the order of the ranked units. */
  private List<Ranks.Rank> ranks() {
    return switch (metric.kind()) {
      case PROPORTION -> Ranks.of(ranked.stream().map(RankedGroup::unit).toList(), better);
      case RATE, MEAN -> quotients();
      default ->
          Ranks.ofDecimals(ranked.stream().map(row -> decimal(row.value())).toList(), better);
    };
  }

  /** Ranks quotients that may exceed 1, in exact arithmetic. */
  private List<Ranks.Rank> quotients() {
    List<Ranks.Rank> ranks = new ArrayList<>();
    for (MetricRow one : ranked) {
      int before = 0;
      int equal = 0;
      for (MetricRow other : ranked) {
        int comparison = compare(other, one);
        equal += comparison == 0 ? 1 : 0;
        before += comparison == (better == Better.LOWER ? -1 : 1) ? 1 : 0;
      }
      ranks.add(new Ranks.Rank(before + 1, ranked.size(), equal > 1));
    }
    return ranks;
  }

  private static int compare(MetricRow one, MetricRow other) {
    BigDecimal left = decimal(one.numerator()).multiply(decimal(other.denominator()));
    BigDecimal right = decimal(other.numerator()).multiply(decimal(one.denominator()));
    return left.compareTo(right);
  }

  private static BigDecimal decimal(@Nullable Double value) {
    return BigDecimal.valueOf(Objects.requireNonNull(value));
  }

  private RankingRow row(
      MetricRow unit, Ranks.@Nullable Rank rank, @Nullable String named, @Nullable String reason) {
    RankDraws.RankInterval interval = intervals.get(unit.scopeId());
    return new RankingRow(
        unit.period(),
        metric.id(),
        group,
        unit.scope(),
        unit.scopeId(),
        unit.scopeName(),
        rank == null ? null : rank.rank(),
        ranked.size(),
        rank != null && rank.tied(),
        interval == null ? null : interval.expected(),
        interval == null ? null : interval.low(),
        interval == null ? null : interval.high(),
        named,
        reason);
  }
}
