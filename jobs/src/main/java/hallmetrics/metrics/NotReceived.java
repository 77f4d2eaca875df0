package hallmetrics.metrics;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.ledger.View;
import hallmetrics.region.Registers;
import hallmetrics.source.SourceSpec;
import hallmetrics.time.Period;
import hallmetrics.time.WorkCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * What was expected and did not come.
 *
 * @param gaps one a source and place that is silent
 * @param senders how many places of a source send what a place's figures are made of, by {@link
 *     #sender}
 * @param begins first day of the first month with rows by ledger table; null when it was not asked
 */
public record NotReceived(
    List<Gap> gaps, Map<String, Integer> senders, @Nullable Map<String, LocalDate> begins) {
  /** Nothing is missing, or nobody asked. */
  public static final NotReceived NOTHING = new NotReceived(List.of(), Map.of(), null);

  /**
   * Expected days without rows, since the last row.
   *
   * @param source the source that is silent
   * @param table the table it feeds
   * @param scope HALL, REGION or ALL (the whole source)
   * @param scopeId the place; empty for ALL
   * @param places every place, as scope and id joined by a blank, whose figures lack these days;
   *     empty where all do
   * @param missing days expected and not received
   * @param expected all days on which rows are expected
   */
  public record Gap(
      String source,
      String table,
      String scope,
      String scopeId,
      Set<String> places,
      SortedSet<LocalDate> missing,
      SortedSet<LocalDate> expected) {

    boolean touches(String otherScope, String id) {
      return scope.equals(Places.ALL) || places.contains(otherScope + " " + id);
    }
  }

  /**
   * What did not come up to a day, by what the sources expect.
   *
   * @param sources all of the site; those without {@code expect} are never missed
   */
  public static NotReceived of(
      SparkSession session,
      View view,
      Catalogue catalogue,
      Registers registers,
      WorkCalendar calendar,
      List<SourceSpec> sources,
      LocalDate asOf) {
    return new Silences(view, registers, calendar, asOf).of(sources, catalogue.tables().keySet());
  }

  /** How much came. */
  enum State {
    WHOLE,
    PARTLY,
    NOTHING
  }

  /** The key under which the senders of a source to a place are counted. */
  static String sender(String source, String scope, String id) {
    return source + " " + scope + " " + id;
  }

  /** Whether a period lies wholly before the first rows of a table, or there never were any. */
  boolean isBefore(String table, Period period) {
    if (begins == null) {
      return false;
    }
    LocalDate first = begins.get(table);
    return first == null || period.last().isBefore(first);
  }

  /** Whether nothing ever came of one of these tables: no site source, or none that delivered. */
  boolean neverCame(List<String> tables) {
    return begins != null && tables.stream().anyMatch(table -> begins.get(table) == null);
  }

  /** How a figure of a place, read from these tables, stands in a period. */
  State of(List<String> tables, String scope, String id, Period period) {
    State worst = State.WHOLE;
    for (Gap gap : gaps) {
      if (!tables.contains(gap.table()) || !gap.touches(scope, id)) {
        continue;
      }
      SortedSet<LocalDate> missing = inside(gap.missing(), period);
      if (!missing.isEmpty()) {
        worst = State.PARTLY;
        if (isWhole(gap, period) && allSilent(gap, scope, id, period)) {
          return State.NOTHING;
        }
      }
    }
    return worst;
  }

  /** Whether every day a gap's source is expected on in a period is missing. */
  private static boolean isWhole(Gap gap, Period period) {
    return inside(gap.missing(), period).containsAll(inside(gap.expected(), period));
  }

  /** Whether every place that sends what a figure is made of is silent all through a period. */
  private boolean allSilent(Gap gap, String scope, String id, Period period) {
    if (gap.scope().equals(Places.ALL)) {
      return true;
    }
    long silent =
        gaps.stream()
            .filter(one -> one.source().equals(gap.source()) && one.touches(scope, id))
            .filter(one -> isWhole(one, period))
            .count();
    return silent >= senders.getOrDefault(sender(gap.source(), scope, id), 1);
  }

  /** The gaps that touch a period. */
  public List<Gap> during(Period period) {
    return gaps.stream().filter(gap -> !inside(gap.missing(), period).isEmpty()).toList();
  }

  private static SortedSet<LocalDate> inside(SortedSet<LocalDate> days, Period period) {
    return new TreeSet<>(days.subSet(period.first(), period.last().plusDays(1)));
  }
}
