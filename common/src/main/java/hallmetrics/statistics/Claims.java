package hallmetrics.statistics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a pack may claim: which units it names and which headline series it calls unusual.
 *
 * @param groups the last tests of every group, in the order given
 * @param named ids of the units that may be named, by group
 * @param series whether the newest point of a headline series may be called unusual, in the order
 *     given
 */
public record Claims(List<GroupTest> groups, List<Set<String>> named, List<Boolean> series) {
  /** The accepted share of false names among all names of a pack. */
  public static final double Q = 0.03;

  /**
   * Units that are compared with each other by one metric.
   *
   * @param units ids unique
   */
  public record Group(List<Unit> units, Least least) {
    public Group {
      units = List.copyOf(units);
    }
  }

  public Claims {
    groups = List.copyOf(groups);
    named = List.copyOf(named);
    series = List.copyOf(series);
  }

  /**
   * Judges all tests of a pack together: every unit against the rest of its group, and the newest
   * point of every headline series.
   *
   * <p>A unit that stands out also shifts what the others are compared with. So the group's most
   * distant named unit is set apart and the others are tested again without it, until nothing new
   * is named: one bad district does not make the rest of the city good.
   *
   * @param series results of {@link SeriesTest}
   */
  public static Claims of(List<Group> groups, List<GroupTest.Result> series) {
    List<Set<String>> apart = new ArrayList<>();
    groups.forEach(group -> apart.add(new HashSet<>()));
    while (true) {
      Claims claims = judged(groups, apart, series);
      boolean more = false;
      for (int i = 0; i < groups.size(); i++) {
        String next = claims.farthest(i, apart.get(i));
        more |= next != null && apart.get(i).add(next);
      }
      if (!more) {
        return claims;
      }
    }
  }

  private static Claims judged(
      List<Group> groups, List<Set<String>> apart, List<GroupTest.Result> series) {
    List<GroupTest> tests = new ArrayList<>();
    List<GroupTest.Result> all = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      tests.add(GroupTest.of(group.units(), group.least(), apart.get(i)));
      all.addAll(tests.get(i).results());
    }
    all.addAll(series);
    boolean[] believed = named(all);
    int next = 0;
    List<Set<String>> named = new ArrayList<>();
    for (GroupTest test : tests) {
      Set<String> ids = new HashSet<>();
      for (GroupTest.Result result : test.results()) {
        if (believed[next++]) {
          ids.add(result.unit().id());
        }
      }
      named.add(Set.copyOf(ids));
    }
    int first = next;
    return new Claims(
        tests,
        named,
        IntStream.range(0, series.size()).mapToObj(i -> believed[first + i]).toList());
  }

  /** The named unit of a group that is farthest from the rest and not apart yet. */
  private @Nullable String farthest(int group, Set<String> apart) {
    GroupTest.Result farthest = null;
    for (GroupTest.Result result : groups.get(group).results()) {
      String id = result.unit().id();
      boolean candidate = named.get(group).contains(id) && !apart.contains(id);
      if (candidate && (farthest == null || isFarther(result, farthest))) {
        farthest = result;
      }
    }
    return farthest == null ? null : farthest.unit().id();
  }

  /** Of two units alone each is as far from the other: the one with more rare events stands out. */
  private static boolean isFarther(GroupTest.Result one, GroupTest.Result other) {
    int distance = Double.compare(one.distance(), other.distance());
    boolean above = one.side() == GroupTest.Side.ABOVE;
    boolean rare = one.unit().k() + other.unit().k() <= (one.unit().n() + other.unit().n()) / 2;
    return distance == 0 ? above == rare : distance > 0;
  }

  /**
   * Benjamini–Hochberg at q = 0.03 over some tests. Tests whose sample is too small to be named
   * take no part and are never named.
   *
   * @return true where the test may be believed, in the order of the tests
   */
  static boolean[] named(List<GroupTest.Result> tests) {
    int[] eligible =
        IntStream.range(0, tests.size()).filter(i -> tests.get(i).eligible()).toArray();
    double[] pValues = IntStream.of(eligible).mapToDouble(i -> tests.get(i).pValue()).toArray();
    boolean[] rejected = BenjaminiHochberg.reject(pValues, Q);
    boolean[] named = new boolean[tests.size()];
    for (int i = 0; i < eligible.length; i++) {
      named[eligible[i]] = rejected[i];
    }
    return named;
  }
}
