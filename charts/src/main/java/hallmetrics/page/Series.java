package hallmetrics.page;

import hallmetrics.edition.MetricRow;
import hallmetrics.statistics.Xmr;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The months of one metric of the city, without holes: a month nobody counted is a month without a
 * value. Months before the first one counted and months that are not over are never in it.
 *
 * @param months oldest first
 */
record Series(List<Month> months) {
  /** How many months a page looks back. */
  static final int LENGTH = 24;

  /**
   * One month.
   *
   * @param row null where there is none
   * @param point how it stands to ordinary variation; null where there is no value
   */
  record Month(YearMonth month, @Nullable MetricRow row, Xmr.@Nullable Point point) {
    @Nullable Double value() {
      return row == null ? null : row.value();
    }

    boolean whole() {
      return row == null || !row.state().equals("PARTIAL");
    }
  }

  /** The last {@link #LENGTH} months up to {@code last}, from the rows of whole months. */
  static Series of(SortedMap<YearMonth, MetricRow> rows, YearMonth last) {
    SortedMap<YearMonth, MetricRow> seen =
        rows.headMap(last.plusMonths(1)).tailMap(last.minusMonths(LENGTH - 1L));
    YearMonth first =
        seen.entrySet().stream()
            .filter(month -> month.getValue().value() != null)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(null);
    if (first == null) {
      return new Series(List.of());
    }
    List<YearMonth> months = new ArrayList<>();
    for (YearMonth m = first; !m.isAfter(last); m = m.plusMonths(1)) {
      months.add(m);
    }
    return new Series(judged(months, seen));
  }

  private static List<Month> judged(List<YearMonth> months, SortedMap<YearMonth, MetricRow> rows) {
    List<Double> values = new ArrayList<>();
    List<Integer> rebases = new ArrayList<>();
    int version = 0;
    for (MetricRow row : rows.values()) {
      if (row.value() != null) {
        if (version != 0 && row.definitionVersion() != version) {
          rebases.add(values.size());
        }
        version = row.definitionVersion();
        values.add(row.value());
      }
    }
    List<Xmr.Point> points =
        Xmr.of(
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                rebases.stream().mapToInt(Integer::intValue).toArray())
            .points();
    List<Month> judged = new ArrayList<>();
    int next = 0;
    for (YearMonth month : months) {
      MetricRow row = rows.get(month);
      boolean counted = row != null && row.value() != null;
      judged.add(new Month(month, row, counted ? points.get(next) : null));
      next += counted ? 1 : 0;
    }
    return judged;
  }

  /** Months that have a value. */
  int size() {
    return (int) months.stream().filter(month -> month.value() != null).count();
  }

  /** The newest month's point; null where it has no value. */
  Xmr.@Nullable Point last() {
    return months.isEmpty() ? null : months.get(months.size() - 1).point();
  }

  /** The index at which the limits of the newest month begin to hold. */
  int segmentStart() {
    int start = months.size();
    Integer version = null;
    for (int i = months.size() - 1; i >= 0; i--) {
      MetricRow row = months.get(i).row();
      if (row != null && row.value() != null) {
        if (version != null && row.definitionVersion() != version) {
          break;
        }
        version = row.definitionVersion();
        start = i;
      }
    }
    return Math.min(start, Math.max(0, months.size() - 1));
  }
}
