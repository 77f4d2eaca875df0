package hallmetrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often chance alone is claimed, and how often a truth is: figures of docs/reliability.md. */
class CalibrationTest {
  private static Claims claims(long seed, List<List<Unit>> city) {
    List<Claims.Group> groups =
        city.stream().map(units -> new Claims.Group(units, Least.STANDARD)).toList();
    List<GroupTest.Result> series = new ArrayList<>();
    for (List<Unit> months : Simulation.headlines(seed, city)) {
      series.add(SeriesTest.ofProportions(months, Least.STANDARD, isOutside(months)));
    }
    return Claims.of(groups, series);
  }

  private static boolean isOutside(List<Unit> months) {
    double[] rates = months.stream().mapToDouble(m -> (double) m.k() / m.n()).toArray();
    return Xmr.of(rates).last().signal() == Xmr.Signal.OUTSIDE;
  }

  private static boolean any(Claims claims) {
    return claims.series().contains(true) || !claims.named().stream().allMatch(Set::isEmpty);
  }

  private static int nullCitiesThatClaim(int seeds) {
    int cities = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      cities += any(claims(seed, Simulation.city(seed))) ? 1 : 0;
    }
    return cities;
  }

  /** What was claimed of cities with one district at some times the rate of the others. */
  private record Raised(double found, double citiesWithOthers) {
    static Raised of(double expected, double times, int seeds) {
      int found = 0;
      int others = 0;
      for (int seed = 1; seed <= seeds; seed++) {
        Claims claims = claims(seed, Simulation.raised(seed, expected, times));
        Set<String> named = claims.named().get(0);
        boolean here = named.contains("d0");
        found += here ? 1 : 0;
        long all = claims.named().stream().mapToLong(Set::size).sum();
        others += all > (here ? 1 : 0) ? 1 : 0;
      }
      return new Raised((double) found / seeds, (double) others / seeds);
    }
  }

  @Test
  void chanceIsRarelyClaimed() {
    assertThat(nullCitiesThatClaim(300)).isLessThanOrEqualTo(15);
  }

  @Test
  void aDoubledDistrictIsFound() {
    assertThat(Raised.of(40, 2, 150).found()).isGreaterThanOrEqualTo(0.9);
  }

  /** In a group of nine, too few for over-dispersion to be measured. */
  @Test
  void oneBadDistrictDoesNotMakeTheOthersGood() {
    int seeds = 150;
    int found = 0;
    int others = 0;
    int othersAtOnce = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      List<Unit> units = Simulation.raised(seed, 160, 3).get(0).subList(0, 9);
      Claims claims = Claims.of(List.of(new Claims.Group(units, Least.STANDARD)), List.of());
      Set<String> named = claims.named().get(0);
      found += named.contains("d0") ? 1 : 0;
      others += named.size() - (named.contains("d0") ? 1 : 0);
      boolean[] atOnce = Claims.named(GroupTest.of(units, Least.STANDARD).results());
      for (int i = 1; i < atOnce.length; i++) {
        othersAtOnce += atOnce[i] ? 1 : 0;
      }
    }
    assertThat(found).isEqualTo(seeds);
    assertThat(othersAtOnce).as("without setting apart").isGreaterThan(3 * seeds);
    assertThat(others).isLessThan(seeds / 10);
  }

  @Test
  @Tag("slow")
  void aChartsPointOutsideIsRarelyAFalseAlarmAndHardlyEverAClaimedOne() throws IOException {
    int outside = 0;
    int claimed = 0;
    for (int seed = 1; seed <= 3_000; seed++) {
      RandomStream random = new RandomStream("quiet series " + seed);
      List<Unit> months = new ArrayList<>();
      for (int i = 0; i < 14; i++) {
        months.add(new Unit("m" + i, Simulation.binomial(random, 300_000, 0.008), 300_000));
      }
      boolean alarm = isOutside(months);
      outside += alarm ? 1 : 0;
      claimed += SeriesTest.ofProportions(months, Least.STANDARD, alarm).pValue() < 3e-4 ? 1 : 0;
    }
    assertThat(outside).isBetween(10, 60);
    assertThat(claimed).isLessThanOrEqualTo(3);
    assertPrinted(
        "| outside its limits | " + outside + " |",
        "| outside its limits and p < 0.0003 | " + claimed + " |");
  }

  @Test
  @Tag("slow")
  void atMostFiftyOfAThousandNullCitiesClaimAnything() throws IOException {
    int cities = nullCitiesThatClaim(1_000);
    int alarms = 0;
    for (int seed = 1; seed <= 1_000; seed++) {
      List<List<Unit>> city = Simulation.city(seed);
      boolean alarm = Simulation.headlines(seed, city).stream().anyMatch(m -> isOutside(m));
      alarms += alarm || any(claims(seed, city)) ? 1 : 0;
    }
    assertThat(cities).isLessThanOrEqualTo(50);
    assertPrinted(
        "| everything tested together | " + cities + " |",
        "| charts' points outside claimed untested | " + alarms + " |");
  }

  @Test
  @Tag("slow")
  void theCurveRisesWithTheExpectedEvents() throws IOException {
    Map<Integer, Double> curve = new TreeMap<>();
    List<String> lines = new ArrayList<>();
    for (int expected : new int[] {10, 20, 40, 60, 80}) {
      Raised twice = Raised.of(expected, 2, 1_000);
      Raised threefold = Raised.of(expected, 3, 1_000);
      curve.put(expected, twice.found());
      assertThat(twice.citiesWithOthers()).as("others, %d expected", expected).isLessThan(0.06);
      lines.add(
          String.format(
              Locale.ROOT,
              "| %d | %.1f %% | %.1f %% | %.1f %% |",
              expected,
              100 * twice.found(),
              100 * threefold.found(),
              100 * twice.citiesWithOthers()));
    }
    assertThat(curve.get(10)).isBetween(0.0, 0.5);
    assertThat(curve.get(20)).isBetween(0.3, 0.9);
    assertThat(curve.get(40)).isGreaterThanOrEqualTo(0.9);
    assertThat(curve.get(60)).isGreaterThanOrEqualTo(0.97);
    assertThat(curve.get(80)).isGreaterThanOrEqualTo(0.99);
    assertPrinted(lines.toArray(String[]::new));
  }

  /** The page states what is measured here, to the digit. */
  private static void assertPrinted(String... lines) throws IOException {
    assertThat(Files.readAllLines(Path.of("..", "docs", "reliability.md"))).contains(lines);
  }
}
