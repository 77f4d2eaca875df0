package hallmetrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.statistics.GroupTest.Result;
import hallmetrics.statistics.GroupTest.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupTestTest {
  private static List<Unit> city(long n, long... events) {
    List<Unit> units = new ArrayList<>();
    for (long k : events) {
      units.add(new Unit("u" + units.size(), k, n));
    }
    return units;
  }

  @Test
  void aUnitIsTestedAgainstTheRest() {
    List<Unit> units = city(5_000, 50, 52, 47, 55, 49, 44, 51, 53, 48, 50, 46, 100);
    GroupTest test = GroupTest.of(units, Least.STANDARD);
    Result last = test.results().get(11);
    assertThat(last.side()).isEqualTo(Side.ABOVE);
    assertThat(last.pValue())
        .isEqualTo(Binomial.pValue(units.get(11), new Unit("rest", 545, 55_000)));
    boolean[] named = Claims.named(test.results());
    for (int i = 0; i < 12; i++) {
      assertThat(named[i]).as("unit %d", i).isEqualTo(i == 11);
    }
  }

  @Test
  void wideVariationTakesTheClaimBack() {
    List<Unit> units = city(5_000, 20, 80, 25, 75, 30, 70, 35, 65, 20, 80, 50, 90);
    GroupTest test = GroupTest.of(units, Least.STANDARD);
    assertThat(test.overdispersion().on()).isTrue();
    assertThat(Claims.named(test.results())).containsOnly(false);
  }

  @Test
  void aSmallSampleIsTestedButNeverNamed() {
    List<Unit> units = new ArrayList<>(city(3_000, 30, 28, 33, 31, 27));
    units.add(new Unit("small", 7, 29));
    units.add(new Unit("rare", 9, 100));
    units.add(new Unit("empty", 0, 0));
    GroupTest test = GroupTest.of(units, Least.STANDARD);
    assertThat(test.results().get(5).pValue()).isLessThan(1e-6);
    assertThat(test.results().get(6).expected()).isLessThan(5);
    assertThat(test.results().get(7).pValue()).isEqualTo(1);
    assertThat(test.results())
        .extracting(Result::eligible)
        .containsExactly(true, true, true, true, true, false, false, false);
    assertThat(Claims.named(test.results())).containsOnly(false);
  }

  @Test
  void oneUnitAloneHasNoRest() {
    assertThat(GroupTest.pValues(city(100, 5))).containsExactly(1.0);
    assertThat(GroupTest.pValues(List.of())).isEmpty();
  }

  @Test
  void theNewestMonthIsTestedAgainstTheEarlierOnes() {
    List<Unit> months = city(30_000, 240, 251, 233, 246, 239, 244, 250, 236, 242, 247, 238, 330);
    Result newest = GroupTest.newest(months, Least.STANDARD);
    assertThat(newest.unit()).isEqualTo(months.get(11));
    assertThat(newest.side()).isEqualTo(Side.ABOVE);
    assertThat(newest.pValue()).isLessThan(1e-6);
    assertThat(newest.eligible()).isTrue();
    assertThat(GroupTest.newest(months.subList(0, 1), Least.STANDARD).pValue()).isEqualTo(1);
  }

  @Test
  void equalUnitsStandOnNoSide() {
    assertThat(GroupTest.of(city(100, 5, 5, 5), Least.STANDARD).results())
        .extracting(Result::side)
        .containsOnly(Side.EQUAL);
  }
}
