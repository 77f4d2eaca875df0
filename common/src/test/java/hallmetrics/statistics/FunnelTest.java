package hallmetrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hallmetrics.statistics.Funnel.Level;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunnelTest {
  @ParameterizedTest
  @CsvSource({
    "0.80, 50, P95, 0.679091, 0.898007",
    "0.80, 50, P998, 0.602506, 0.941103",
    "0.80, 500, P95, 0.763832, 0.833864",
    "0.80, 500, P998, 0.742036, 0.852244",
    "0.95, 100, P95, 0.898941, 0.983828",
    "0.95, 100, P998, 0.862401, 0.994967"
  })
  void arcsineLimits(double target, long n, Level level, double low, double high) {
    Interval limits = Funnel.arcsine(target, n, level, 0);
    assertThat(limits.low()).isEqualTo(low, within(5e-7));
    assertThat(limits.high()).isEqualTo(high, within(5e-7));
  }

  @Test
  void arcsineIsUsedFromFiftyExpectedEventsOn() {
    assertThat(Funnel.limits(0.2, 250, Level.P95))
        .isEqualTo(Funnel.arcsine(0.2, 250, Level.P95, 0));
    assertThat(Funnel.limits(0.2, 249, Level.P95))
        .isNotEqualTo(Funnel.arcsine(0.2, 249, Level.P95, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "0.01, 100, P95, 0, 0.0380202537039662",
    "0.01, 100, P998, 0, 0.05673071834063311",
    "0.01, 1000, P95, 0.003854872370036663, 0.017086885178981562",
    "0.01, 1000, P998, 0.0013929768367852782, 0.021491516112398412",
    "0.01, 4999, P95, 0.0072393918089276805, 0.012946830331409028",
    "0.95, 100, P95, 0.8986037207001817, 0.9926158729008004",
    "0.95, 100, P998, 0.8666099869036432, 1",
    "0.0012, 5000, P95, 0.0002504243977186629, 0.002343017263336697",
    "0.0012, 5000, P998, 0, 0.003066207210674191",
    "0.5, 20, P998, 0.1425520684725839, 0.8574479315274148"
  })
  void exactLimitsSolveTheBinomialTails(double t, long n, Level level, double low, double high) {
    Interval limits = Funnel.limits(t, n, level);
    assertThat(limits.low()).isEqualTo(low, within(1e-9));
    assertThat(limits.high()).isEqualTo(high, within(1e-9));
  }

  @Test
  void aCountIsOutsideJustWhenItsTailIsTooSmall() {
    for (int n = 1; n <= 90; n++) {
      for (double target : new double[] {0.003, 0.04, 0.3, 0.5, 0.93}) {
        BinomialDistribution counts = BinomialDistribution.of(n, target);
        Interval limits = Funnel.limits(target, n, Level.P998);
        for (int k = 0; k <= n; k++) {
          boolean unlikely =
              counts.cumulativeProbability(k) < 0.001 || counts.survivalProbability(k - 1) < 0.001;
          assertThat(!limits.contains((double) k / n))
              .as("k=%d n=%d target=%s", k, n, target)
              .isEqualTo(unlikely);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "15, P95, 0.5596924, 1.649348",
    "20, P95, 0.6108260, 1.544419",
    "30, P95, 0.6746958, 1.427562",
    "15, P998, 0.3862650, 2.082907",
    "20, P998, 0.4479107, 1.902094",
    "30, P998, 0.5289724, 1.702771"
  })
  void poissonLimits(double expected, Level level, double low, double high) {
    Interval limits = Funnel.poisson(expected, level);
    assertThat(limits.low()).isEqualTo(low, within(5e-8));
    assertThat(limits.high()).isEqualTo(high, within(5e-7));
  }

  @Test
  void overdispersionNeverNarrows() {
    for (long n : new long[] {10, 100, 1_000, 100_000}) {
      Interval plain = Funnel.limits(0.02, n, Level.P95);
      Interval wide = Funnel.limits(0.02, n, Level.P95, 0.0004);
      assertThat(wide.low()).isLessThanOrEqualTo(plain.low());
      assertThat(wide.high()).isGreaterThanOrEqualTo(plain.high());
    }
  }

  @Test
  void aTargetOfAllOrNothingLeavesNoRoom() {
    assertThat(Funnel.limits(0, 10, Level.P95)).isEqualTo(new Interval(0, 0));
    assertThat(Funnel.limits(1, 10, Level.P95)).isEqualTo(new Interval(1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Funnel.limits(0.5, 0, Level.P95));
  }
}
