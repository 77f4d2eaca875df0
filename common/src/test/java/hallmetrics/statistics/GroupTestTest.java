package hallmetrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hallmetrics.statistics.GroupTest.Result;
import hallmetrics.statistics.GroupTest.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
  void aUnitApartIsTestedAgainstTheOthersAndNoPartOfTheirRest() {
    List<Unit> units = city(5_000, 50, 52, 47, 300);
    List<Result> results = GroupTest.of(units, Least.STANDARD, Set.of("u3")).results();
    assertThat(results.get(3).pValue())
        .isEqualTo(Binomial.pValue(units.get(3), new Unit("rest", 149, 15_000)));
    assertThat(results.get(0).pValue())
        .isEqualTo(Binomial.pValue(units.get(0), new Unit("rest", 99, 10_000)));
    assertThat(results.get(0).side()).isEqualTo(Side.ABOVE);
  }

  @Test
  void ofTwoUnitsTheOneWithMoreOfTheRareStandsOut() {
    List<Unit> few = city(5_000, 40, 120);
    List<Unit> many = city(5_000, 4_960, 4_880);
    assertThat(named(few)).containsExactly("u1");
    assertThat(named(many)).containsExactly("u1");
  }

  private static Set<String> named(List<Unit> units) {
    return Claims.of(List.of(new Claims.Group(units, Least.STANDARD)), List.of()).named().get(0);
  }

  @Test
  void aPointInsideItsChartIsNoClaimHoweverLowItsPValue() {
    List<Unit> months = city(30_000, 240, 251, 233, 246, 239, 244, 250, 236, 242, 247, 238, 330);
    List<Result> series =
        List.of(
            SeriesTest.ofProportions(months, Least.STANDARD, true),
            SeriesTest.ofProportions(months, Least.STANDARD, false));
    assertThat(Claims.of(List.of(), series).series()).containsExactly(true, false);
  }

  @Test
  void aSeriesOfCountsIsTestedByItsOwnSpread() {
    double[] steady = {100, 104, 97, 101, 99, 103, 98, 102, 100, 101, 99, 140};
    double[] wide = {100, 150, 60, 120, 80, 140, 70, 110, 90, 130, 60, 140};
    Result far = SeriesTest.ofValues("tickets", steady, true);
    // t = 17.980337 by hand; Student's density with 10 degrees of freedom integrated by midpoints
    assertThat(far.pValue()).isCloseTo(6.060022e-9, within(1e-14));
    assertThat(far.side()).isEqualTo(Side.ABOVE);
    assertThat(Claims.of(List.of(), List.of(far)).series()).containsExactly(true);
    assertThat(SeriesTest.ofValues("tickets", wide, true).pValue()).isGreaterThan(0.1);
    assertThat(SeriesTest.ofValues("tickets", new double[] {1, 2, 3}, true).eligible()).isFalse();
  }

  @Test
  void equalUnitsStandOnNoSide() {
    assertThat(GroupTest.of(city(100, 5, 5, 5), Least.STANDARD).results())
        .extracting(Result::side)
        .containsOnly(Side.EQUAL);
  }
}
