package hallmetrics.metrics;

import hallmetrics.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was expected and did not come.
 *
 * @param gaps one a source and place
 */
public record NotReceived(List<Gap> gaps) {
  /** Nothing is missing. */
  public static final NotReceived NOTHING = new NotReceived(List.of());

  /**
   * Expected days without rows.
   *
   * @param source the source that is silent
   * @param table the table it feeds
   * @param scope HALL, REGION or ALL (the whole source)
   * @param scopeId the place; empty for ALL
   * @param places every place, as scope and id joined by a blank, whose figures lack these days
   * @param missing days expected and not received
   * @param expected how many days are expected, by day
   */
  public record Gap(
      String source,
      String table,
      String scope,
      String scopeId,
      Set<String> places,
      SortedSet<LocalDate> missing,
      SortedSet<LocalDate> expected) {}

  /** How a figure of a place, read from these tables, stands in a period. */
  State of(List<String> tables, String scope, String id, Period period) {
    State worst = State.WHOLE;
    for (Gap gap : gaps) {
      if (!tables.contains(gap.table()) || !gap.places().contains(scope + " " + id)) {
        continue;
      }
      SortedSet<LocalDate> missing = inside(gap.missing(), period);
      if (!missing.isEmpty()) {
        boolean own = gap.scope().equals(scope) && gap.scopeId().equals(id);
        boolean all = missing.containsAll(inside(gap.expected(), period));
        if (own && all) {
          return State.NOTHING;
        }
        worst = State.PARTLY;
      }
    }
    return worst;
  }

  /** The gaps that touch a period. */
  public List<Gap> during(Period period) {
    return gaps.stream().filter(gap -> !inside(gap.missing(), period).isEmpty()).toList();
  }

  private static SortedSet<LocalDate> inside(SortedSet<LocalDate> days, Period period) {
    return new TreeSet<>(days.subSet(period.first(), period.last().plusDays(1)));
  }

  /** How much came. */
  enum State {
    WHOLE,
    PARTLY,
    NOTHING
  }
}
