package hallmetrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {
  @ParameterizedTest
  @CsvSource({
    "18, 20, 0.6989663547715128, 0.972133518786232",
    "4, 20, 0.0806576625797981, 0.4160174322518935",
    "4, 200, 0.00780442641634947, 0.0502870869058264",
    "190, 200, 0.910421851861224, 0.972617354399236",
    "0, 30, 0, 0.11351339",
    "30, 30, 0.8864866, 1",
    "1, 1, 0.206549314377, 1",
    "38, 38, 0.908190131774, 1",
    "999, 1000, 0.994357441402, 0.999823453629",
    "12345, 13579, 0.904173497514, 0.913843854281"
  })
  void agreesWithTheBinomPackageOfR(long k, long n, double low, double high) {
    Interval interval = Wilson.interval(k, n);
    double digits = k == 0 || k == 30 ? 5e-8 : 1e-12;
    assertThat(interval.low()).isEqualTo(low, within(digits));
    assertThat(interval.high()).isEqualTo(high, within(digits));
  }

  @Test
  void endsAreExactWhereNothingOrEverythingHappened() {
    assertThat(Wilson.interval(0, 7_000_000).low()).isZero();
    assertThat(Wilson.interval(7_000_000, 7_000_000).high()).isEqualTo(1);
  }

  @Test
  void holdsTheRateAndStaysInsideZeroAndOne() {
    for (long n = 1; n <= 60; n++) {
      for (long k = 0; k <= n; k++) {
        Interval interval = Wilson.interval(k, n);
        assertThat(interval.contains((double) k / n)).as("%d/%d", k, n).isTrue();
        assertThat(interval.low()).isBetween(0.0, 1.0);
        assertThat(interval.high()).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void nothingOverNothingHasNoInterval() {
    assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval(3, 2));
  }
}
