package hallmetrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hallmetrics.statistics.Xmr.Assurance;
import hallmetrics.statistics.Xmr.Direction;
import hallmetrics.statistics.Xmr.Point;
import hallmetrics.statistics.Xmr.Rule;
import hallmetrics.statistics.Xmr.Signal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class XmrTest {
  private static final double[] SERIES = {
    -0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621,
    -1.26506123, -0.68685285, -0.44566197, 1.22408180, 0.35981383, 0.40077145, 0.11068272,
    -0.55584113, 1.78691314, 0.49785048, -1.96661716, 0.70135590, -0.47279141
  };

  private static List<Rule> rules(XmrRules rules, int size) {
    return IntStream.range(0, size).mapToObj(rules::rule).toList();
  }

  @Test
  void limitsOfThePublishedSeries() {
    Point point = Xmr.of(SERIES).last();
    assertThat(point.mean()).isEqualTo(0.1416238, within(5e-8));
    assertThat(point.low()).isEqualTo(-3.01138, within(5e-6));
    assertThat(point.high()).isEqualTo(3.294627, within(5e-7));
  }

  @Test
  void wildMovingRangesAreScreenedOut() {
    double[] wild = SERIES.clone();
    wild[14] = 10;
    Point screened = Xmr.segment(wild, true).get(0);
    assertThat(screened.mean()).isEqualTo(0.6694159, within(5e-8));
    assertThat(screened.low()).isEqualTo(-2.383666, within(5e-7));
    assertThat(screened.high()).isEqualTo(3.722497, within(5e-7));
    Point plain = Xmr.segment(wild, false).get(0);
    assertThat(plain.low()).isEqualTo(-4.596625, within(5e-7));
    assertThat(plain.high()).isEqualTo(5.935457, within(5e-7));
    assertThat(Xmr.of(wild).points().get(14).rule()).isEqualTo(Rule.OUTSIDE);
    assertThat(Xmr.of(wild).points().get(14).direction()).isEqualTo(Direction.UP);
  }

  @Test
  void sevenOnASideMarksAllOfThem() {
    double[] values = {1, -2, 1, 1.5, 1, 1.5, 1, 1.5, 1, 1.5, -2, 1};
    XmrRules rules = new XmrRules(values, 0, 9);
    assertThat(rules(rules, 12).subList(2, 10)).containsOnly(Rule.SEVEN_ON_A_SIDE);
    assertThat(rules.rule(10)).isEqualTo(Rule.NONE);
    assertThat(rules.direction(2, rules.rule(2))).isEqualTo(Direction.UP);
  }

  @Test
  void sixOnASideAreNothingAndThePointOnTheMeanEndsARun() {
    double[] values = {1, 2, 1, 2, 1, 2, 0, 1, 2, 1, 2, 1};
    assertThat(rules(new XmrRules(values, 0, 9), 12)).containsOnly(Rule.NONE);
  }

  @Test
  void aTrendNeedsSevenPointsWithoutATie() {
    assertThat(rules(new XmrRules(new double[] {1, 2, 3, 4, 5, 6, 7}, 4, 9), 7))
        .containsOnly(Rule.TREND_OF_SEVEN);
    assertThat(rules(new XmrRules(new double[] {1, 2, 3, 3, 4, 5, 6}, 4, 9), 7))
        .containsOnly(Rule.NONE);
    XmrRules falling = new XmrRules(new double[] {2, 7, 6, 5, 4, 3, 2, 1, 3}, 4, 9);
    assertThat(falling.rule(0)).isEqualTo(Rule.NONE);
    assertThat(falling.rule(8)).isEqualTo(Rule.NONE);
    assertThat(rules(falling, 8).subList(1, 8)).containsOnly(Rule.TREND_OF_SEVEN);
    assertThat(falling.direction(1, falling.rule(1))).isEqualTo(Direction.DOWN);
    assertThat(falling.direction(7, falling.rule(7))).isEqualTo(Direction.DOWN);
  }

  @Test
  void twoOfThreeNearTheLimitOnOneSide() {
    double[] values = {1, 1, 7, 1, 7, 1, -1, 7, -7, 7, -1, 7, 7};
    XmrRules rules = new XmrRules(values, 0, 9);
    assertThat(rules.rule(2)).isEqualTo(Rule.TWO_OF_THREE);
    assertThat(rules.rule(3)).as("between two near points but not near").isEqualTo(Rule.NONE);
    assertThat(rules.rule(4)).isEqualTo(Rule.TWO_OF_THREE);
    assertThat(rules.rule(8)).as("opposite sides").isEqualTo(Rule.NONE);
    assertThat(rules.rule(12)).as("no third point on the side").isEqualTo(Rule.NONE);
  }

  @Test
  void neighboursOnBothSidesOfTheMeanAreCommonCause() {
    double[] values = new double[16];
    for (int i = 0; i < 16; i++) {
      values[i] = i % 2 == 0 ? 1 : -1;
    }
    values[14] = 5.5;
    values[15] = -5.5;
    assertThat(Xmr.of(values).points().subList(14, 16))
        .extracting(Point::signal)
        .containsOnly(Signal.NONE);
  }

  @Test
  void theFirstRuleInOrderIsPrinted() {
    double[] values = {1, 2, 3, 4, 5, 6, 20, 7, 7.5, 7, 7.5, 7, 7.5};
    XmrRules rules = new XmrRules(values, 0, 10);
    assertThat(rules.rule(6)).isEqualTo(Rule.OUTSIDE);
    assertThat(rules.rule(5)).isEqualTo(Rule.TREND_OF_SEVEN);
    assertThat(rules.rule(8)).isEqualTo(Rule.TWO_OF_THREE);
  }

  @Test
  void elevenPointsAreTooShort() {
    Xmr chart = Xmr.of(Arrays.copyOf(SERIES, 11));
    assertThat(chart.points()).extracting(Point::signal).containsOnly(Signal.TOO_SHORT);
    assertThat(chart.last().direction()).isNull();
    assertThat(Xmr.of(Arrays.copyOf(SERIES, 12)).last().signal()).isEqualTo(Signal.NONE);
  }

  @Test
  void limitsAreFixedAfterTwentyFourPoints() {
    double[] values = new double[30];
    for (int i = 0; i < 30; i++) {
      values[i] = i < 24 ? i % 2 : 100;
    }
    Point last = Xmr.of(values).last();
    assertThat(last.mean()).isEqualTo(0.5);
    assertThat(last.high()).isEqualTo(0.5 + 2.66, within(1e-12));
    assertThat(last.signal()).isEqualTo(Signal.OUTSIDE);
  }

  @Test
  void aRebaseBeginsLimitsOfItsOwn() {
    double[] values = new double[26];
    for (int i = 0; i < 26; i++) {
      values[i] = i % 2 + (i < 13 ? 0 : 50);
    }
    Xmr chart = Xmr.of(values, 13);
    assertThat(chart.points().get(0).mean()).isLessThan(1);
    assertThat(chart.last().mean()).isGreaterThan(50);
    assertThat(chart.points()).extracting(Point::signal).containsOnly(Signal.NONE);
    assertThat(Xmr.of(values, 20).last().signal()).isEqualTo(Signal.TOO_SHORT);
  }

  @Test
  void aConstantSeriesHasNoSignalUntilItChanges() {
    double[] values = new double[14];
    Arrays.fill(values, 0.1);
    assertThat(Xmr.of(values).points()).extracting(Point::signal).containsOnly(Signal.NONE);
  }

  @Test
  void assuranceComparesLimitsWithTheTarget() {
    Point point = new Point(5, 5, 4, 6, Rule.NONE, null);
    assertThat(point.assurance(7, Better.HIGHER)).isEqualTo(Assurance.FAIL);
    assertThat(point.assurance(7, Better.LOWER)).isEqualTo(Assurance.PASS);
    assertThat(point.assurance(3, Better.HIGHER)).isEqualTo(Assurance.PASS);
    assertThat(point.assurance(5, Better.HIGHER)).isEqualTo(Assurance.HIT_AND_MISS);
  }

  @Test
  void refusesWhatIsNoSeries() {
    assertThatIllegalArgumentException().isThrownBy(() -> Xmr.of(new double[] {1, Double.NaN}));
    assertThatIllegalArgumentException().isThrownBy(() -> Xmr.of(new double[] {1, 2}, 3));
    assertThat(Xmr.of(new double[0]).points()).isEmpty();
  }
}
