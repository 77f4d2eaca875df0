package hallmetrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverdispersionTest {
  private static List<Unit> units(long n, long... events) {
    List<Unit> units = new ArrayList<>();
    for (long k : events) {
      units.add(new Unit("u" + units.size(), k, n));
    }
    return units;
  }

  @Test
  void winsorisesLikeTheDefaultQuantileOfR() {
    double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100};
    assertThat(Overdispersion.winsorised(values))
        .containsExactly(2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10);
  }

  @Test
  void equalUnitsAreNotDispersed() {
    Overdispersion none = Overdispersion.of(units(1000, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50));
    assertThat(none).isEqualTo(new Overdispersion(0, 0, false));
  }

  @Test
  void equalSizesGiveTheTextbookVariance() {
    List<Unit> units = units(1000, 20, 80, 25, 75, 30, 70, 35, 65, 20, 80, 50, 50);
    Overdispersion found = Overdispersion.of(units);
    assertThat(found.on()).isTrue();
    // with one size for all, tau² = (I·phi − (I−1)) / ((I−1)·4n)
    double expected = (12 * found.phi() - 11) / (11 * 4.0 * 1000);
    assertThat(found.tau2()).isEqualTo(expected, within(1e-15));
  }

  @Test
  void fewerThanTenUnitsNeverSwitchItOn() {
    Overdispersion nine = Overdispersion.of(units(1000, 10, 90, 10, 90, 10, 90, 10, 90, 50));
    assertThat(nine.phi()).isGreaterThan(10);
    assertThat(nine.on()).isFalse();
    assertThat(nine.tau2()).isZero();
  }

  @Test
  void oneOutlierAmongTwelveIsWinsorisedAway() {
    List<Unit> units = units(1000, 50, 52, 47, 55, 49, 44, 51, 53, 48, 50, 46, 150);
    assertThat(Overdispersion.of(units).on()).isFalse();
  }

  /**
   * The districts of a city with one that turned bad. Scores and φ as scipy's binom gives them; the
   * arcsine alone would make φ 2.93 of the two zeros.
   */
  @Test
  void luckyZerosOfSmallUnitsAreChance() {
    long[] bad = {24, 14, 12, 8, 2, 2, 3, 2, 0, 5, 0, 6, 1, 1};
    long[] all = {1617, 2112, 2568, 1493, 1414, 918, 1087, 1133, 935, 856, 879, 1357, 329, 757};
    List<Unit> districts = new ArrayList<>();
    for (int i = 0; i < bad.length; i++) {
      districts.add(new Unit("d" + i, bad[i], all[i]));
    }
    Overdispersion found = Overdispersion.of(districts);
    assertThat(found.phi()).isEqualTo(1.6259569434321028, within(1e-9));
    assertThat(found.on()).isFalse();
  }

  @Test
  void emptyUnitsChangeNothing() {
    List<Unit> units = units(1000, 20, 80, 25, 75, 30, 70, 35, 65, 20, 80);
    List<Unit> more = new ArrayList<>(units);
    more.add(new Unit("empty", 0, 0));
    assertThat(Overdispersion.of(more)).isEqualTo(Overdispersion.of(units));
  }
}
