package hallmetrics.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void endsOnRoundTicksAndLeavesRoom() {
    Scale scale = Scale.fromZero(795.6, 6);
    assertThat(scale.ticks()).containsExactly(0.0, 200.0, 400.0, 600.0, 800.0, 1000.0);
    assertThat(scale.print(1000)).isEqualTo("1,000");
  }

  @Test
  void printsAsManyDecimalsAsTheStepNeeds() {
    Scale scale = Scale.covering(99.2, 99.9, 6);
    assertThat(scale.low()).isLessThanOrEqualTo(99.2);
    assertThat(scale.print(scale.low())).isEqualTo("99.2");
  }

  @Test
  void nothingToShowStillHasAnAxis() {
    assertThat(Scale.fromZero(0, 6).ticks()).hasSizeGreaterThan(2);
    assertThat(Scale.covering(5, 5, 6).ticks()).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void alwaysHoldsWhatItCovers() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      double low = random.nextDouble() * Math.pow(10, random.nextInt(8) - 3);
      double high = low + random.nextDouble() * Math.pow(10, random.nextInt(8) - 3);
      Scale scale = Scale.covering(low, high, 6);
      assertThat(scale.low()).as("seed " + seed).isLessThanOrEqualTo(low + scale.step() * 1e-6);
      assertThat(scale.high()).as("seed " + seed).isGreaterThanOrEqualTo(high);
      assertThat(scale.ticks().size()).as("seed " + seed).isBetween(2, 10);
    }
  }
}
