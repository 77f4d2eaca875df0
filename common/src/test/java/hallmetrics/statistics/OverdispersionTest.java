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

  @Test
  void emptyUnitsChangeNothing() {
    List<Unit> units = units(1000, 20, 80, 25, 75, 30, 70, 35, 65, 20, 80);
    List<Unit> more = new ArrayList<>(units);
    more.add(new Unit("empty", 0, 0));
    assertThat(Overdispersion.of(more)).isEqualTo(Overdispersion.of(units));
  }
}
