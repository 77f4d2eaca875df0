package hallmetrics.daily;

import hallmetrics.catalogue.Measure;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Measures of a table that count on the same day and so share the work of finding their place.
 *
 * @param on expression of the day
 * @param measures at most {@link #MOST}
 * @param sums expressions summed into x by some of them
 * @param cuts ways some of them are split
 * @param scopes scopes they are counted in
 */
record CountGroup(
    String on, List<Measure> measures, List<String> sums, List<Cut> cuts, Set<Scope> scopes)
    implements Serializable {
  /** A row's answers to so many measures fit in one number. */
  static final int MOST = 63;

  /**
   * A way to split.
   *
   * @param sql expression of the split value
   * @param measures a bit for each measure that is split so
   * @param histogram whether it is one of working days, in which a row without a value has no place
   */
  record Cut(String split, String sql, long measures, boolean histogram) implements Serializable {}

  /** Groups the measures of a table by the day they count on. */
  static List<CountGroup> of(
      List<Measure> measures, Map<String, String> splits, Set<Scope> scopes) {
    Map<String, List<Measure>> byDay = new LinkedHashMap<>();
    measures.forEach(one -> byDay.computeIfAbsent(one.on(), on -> new ArrayList<>()).add(one));
    List<CountGroup> groups = new ArrayList<>();
    byDay.forEach(
        (on, alike) -> {
          for (int from = 0; from < alike.size(); from += MOST) {
            List<Measure> some = alike.subList(from, Math.min(from + MOST, alike.size()));
            groups.add(group(on, List.copyOf(some), splits, scopes));
          }
        });
    return groups;
  }

  private static CountGroup group(
      String on, List<Measure> measures, Map<String, String> splits, Set<Scope> scopes) {
    Set<String> sums = new LinkedHashSet<>();
    Set<String> days = new LinkedHashSet<>();
    for (Measure measure : measures) {
      if (measure.sum() != null) {
        sums.add(measure.sum());
      }
      if (measure.days() != null) {
        days.add(measure.days());
      }
    }
    List<Cut> cuts = new ArrayList<>();
    for (Map.Entry<String, String> split : splits.entrySet()) {
      long by = bits(measures, one -> one.splits().contains(split.getKey()) ? 1 : 0);
      if (by != 0) {
        cuts.add(new Cut(split.getKey(), split.getValue(), by, false));
      }
    }
    for (String sql : days) {
      long by = bits(measures, one -> sql.equals(one.days()) ? 1 : 0);
      cuts.add(new Cut("days", "cast(" + sql + " as int)", by, true));
    }
    return new CountGroup(on, measures, List.copyOf(sums), cuts, scopes);
  }

  private static long bits(List<Measure> measures, ToLongFunction<Measure> bit) {
    long bits = 0;
    for (int m = 0; m < measures.size(); m++) {
      bits |= bit.applyAsLong(measures.get(m)) << m;
    }
    return bits;
  }

  /** Which of the sums a measure adds up; −1 for none. */
  int sumOf(int measure) {
    String sum = measures.get(measure).sum();
    return sum == null ? -1 : sums.indexOf(sum);
  }

  /** How many columns it reads: the day, the answers, the sums, the cuts. */
  int width() {
    return 2 + sums.size() + cuts.size();
  }
}
