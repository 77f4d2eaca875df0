package hallmetrics.page;

import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.PageSpec;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.RankingRow;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of an edition, found by what pages ask for. Immutable. */
public final class Facts {
  private static final String MONTH = "MONTH";
  private static final Comparator<String> UNASSIGNED_LAST =
      Comparator.comparing((String id) -> id.equals(Unassigned.ID))
          .thenComparing(Comparator.naturalOrder());

  private final Issue issue;
  private final Rows rows;
  private final Gaps gaps;
  private final Definitions definitions;
  private final Map<String, SortedMap<String, MetricRow>> units = new HashMap<>();
  private final Map<String, SortedMap<YearMonth, MetricRow>> months = new HashMap<>();

  /** Indexes the parts of an edition. */
  public Facts(Issue issue, Rows stored, Gaps gaps, Definitions defined) {
    PrintedUnits printed = new PrintedUnits(stored, defined.metrics());
    this.issue = issue;
    this.rows = printed.rows(stored);
    this.gaps = gaps;
    this.definitions = printed.definitions(defined);
    for (MetricRow row : rows.metrics()) {
      if (row.split().isEmpty() && row.period().equals(issue.period().toString())) {
        units
            .computeIfAbsent(key(row.metric(), row.scope()), key -> new TreeMap<>(UNASSIGNED_LAST))
            .put(row.scopeId(), row);
      }
    }
    rows.history().forEach(this::addMonth);
    rows.metrics().forEach(this::addMonth);
  }

  private void addMonth(MetricRow row) {
    if (!row.split().isEmpty() || !row.grain().equals(MONTH) || !row.scope().equals("ALL")) {
      return;
    }
    YearMonth month = YearMonth.parse(row.period());
    if (!month.atEndOfMonth().isAfter(issue.asOf())) {
      months.computeIfAbsent(row.metric(), key -> new TreeMap<>()).put(month, row);
    }
  }

  private static String key(String metric, String scope) {
    return metric + "/" + scope;
  }

  Issue issue() {
    return issue;
  }

  Rows rows() {
    return rows;
  }

  Gaps gaps() {
    return gaps;
  }

  Definitions definitions() {
    return definitions;
  }

  /** The city's row of a metric in the period; null where there is none. */
  @Nullable MetricRow city(String metric) {
    return units(metric, "ALL").get("");
  }

  /** The unsplit rows of a metric in the period by scope id; what names no place comes last. */
  SortedMap<String, MetricRow> units(String metric, String scope) {
    return units.getOrDefault(key(metric, scope), new TreeMap<>());
  }

  /** The figures a unit is ranked by; null where it has none. */
  @Nullable MetricRow row(RankingRow rank) {
    return units(rank.metric(), rank.scope()).get(rank.scopeId());
  }

  /** The metrics of a page in order; where it names none, all that have a city's row. */
  List<String> shown(PageSpec spec) {
    return spec.metrics().isEmpty()
        ? definitions.metrics().stream()
            .map(Metric::id)
            .distinct()
            .filter(id -> city(id) != null)
            .toList()
        : spec.metrics();
  }

  /** The whole months of a metric of the city up to the period's end. */
  Series series(String metric) {
    YearMonth end = YearMonth.from(issue.period().last());
    YearMonth last = end.atEndOfMonth().isAfter(issue.asOf()) ? end.minusMonths(1) : end;
    return Series.of(months.getOrDefault(metric, new TreeMap<>()), last);
  }

  /** The ranking of a metric in a scope: by group, best first, the unranked last. */
  List<RankingRow> ranking(String metric, String scope) {
    return rows.rankings().stream()
        .filter(row -> row.metric().equals(metric) && row.scope().equals(scope))
        .sorted(
            Comparator.comparing(RankingRow::rankGroup)
                .thenComparing(RankingRow::rank, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(RankingRow::scopeId))
        .toList();
  }

  /** Whether the newest point of a metric's city series may be called unusual. */
  boolean claimed(String metric) {
    return rows.claims().stream()
        .anyMatch(claim -> claim.kind().equals("OUTSIDE") && metric.equals(claim.metric()));
  }

  /**
   * The definition in force at the period's end.
   *
   * @throws IllegalArgumentException when the catalogue has no such metric
   */
  Metric metric(String id) {
    LocalDate end = issue.period().last();
    return definitions.metrics().stream()
        .filter(metric -> metric.id().equals(id))
        .filter(metric -> !metric.validFrom().isAfter(end))
        .max(Comparator.comparing(Metric::validFrom))
        .or(() -> definitions.metrics().stream().filter(m -> m.id().equals(id)).findFirst())
        .orElseThrow(() -> new IllegalArgumentException("no definition of metric " + id));
  }
}
