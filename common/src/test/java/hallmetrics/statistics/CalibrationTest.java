package hallmetrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often chance alone is named, and how often a truth is. */
class CalibrationTest {
  private static List<GroupTest.Result> tests(List<List<Unit>> metrics) {
    List<GroupTest.Result> results = new ArrayList<>();
    metrics.forEach(units -> results.addAll(GroupTest.of(units, Least.STANDARD).results()));
    return results;
  }

  static int nullCitiesThatClaim(int seeds) {
    int claims = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      boolean any = false;
      for (boolean named : Claims.named(tests(Simulation.city(seed)))) {
        any |= named;
      }
      claims += any ? 1 : 0;
    }
    return claims;
  }

  static double claimedWhenDoubled(double expected, int seeds) {
    int found = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      found += Claims.named(tests(Simulation.doubled(seed, expected)))[0] ? 1 : 0;
    }
    return (double) found / seeds;
  }

  @Test
  void chanceIsRarelyNamed() {
    assertThat(nullCitiesThatClaim(300)).isLessThanOrEqualTo(15);
  }

  @Test
  void aDoubledDistrictIsFound() {
    assertThat(claimedWhenDoubled(40, 150)).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  @Tag("slow")
  void aChartsPointOutsideIsRarelyAFalseAlarmAndHardlyEverANamedOne() {
    int outside = 0;
    int named = 0;
    for (int seed = 1; seed <= 3_000; seed++) {
      RandomStream random = new RandomStream("quiet series " + seed);
      List<Unit> months = new ArrayList<>();
      double[] rates = new double[14];
      for (int i = 0; i < rates.length; i++) {
        months.add(new Unit("m" + i, Simulation.binomial(random, 300_000, 0.008), 300_000));
        rates[i] = months.get(i).k() / 300_000.0;
      }
      boolean alarm = Xmr.of(rates).last().signal() == Xmr.Signal.OUTSIDE;
      outside += alarm ? 1 : 0;
      named += alarm && GroupTest.newest(months, Least.STANDARD).pValue() < 3e-4 ? 1 : 0;
    }
    assertThat(outside).isBetween(10, 60);
    assertThat(named).isLessThanOrEqualTo(3);
  }

  @Test
  @Tag("slow")
  void atMostFiftyOfAThousandNullCitiesClaimAnything() {
    assertThat(nullCitiesThatClaim(1_000)).isLessThanOrEqualTo(50);
  }

  @Test
  @Tag("slow")
  void theCurveRisesWithTheExpectedEvents() {
    assertThat(claimedWhenDoubled(10, 1_000)).isBetween(0.0, 0.5);
    assertThat(claimedWhenDoubled(20, 1_000)).isBetween(0.3, 0.9);
    assertThat(claimedWhenDoubled(40, 1_000)).isGreaterThanOrEqualTo(0.9);
    assertThat(claimedWhenDoubled(80, 1_000)).isGreaterThanOrEqualTo(0.99);
  }
}
