package hallmetrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {
  @Test
  void theExampleOfThePaper() {
    double[] pValues = {
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0000
    };
    boolean[] rejected = BenjaminiHochberg.reject(pValues, 0.05);
    for (int i = 0; i < pValues.length; i++) {
      assertThat(rejected[i]).as("p=%s", pValues[i]).isEqualTo(i < 4);
    }
  }

  @Test
  void aLaterSmallEnoughValueTakesTheEarlierOnesAlong() {
    assertThat(BenjaminiHochberg.reject(new double[] {0.04, 0.045, 0.05}, 0.05))
        .containsExactly(true, true, true);
  }

  @Test
  void noTestsNoClaims() {
    assertThat(BenjaminiHochberg.reject(new double[0], 0.03)).isEmpty();
    assertThat(BenjaminiHochberg.reject(new double[] {0.5, 0.9}, 0.03))
        .containsExactly(false, false);
  }
}
