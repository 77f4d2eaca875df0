package hallmetrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTest {
  private static final Percentage TEN_DIGITS = Percentage.withPercentage(1e-8);

  @ParameterizedTest
  @CsvSource({
    "682, 925, 0.75, 0.3824915595748517",
    "7, 20, 0.5, 0.26317596435546875",
    "0, 30, 0.1, 0.0682179469371261",
    "30, 30, 0.9, 0.06821794693712609",
    "3, 1000, 0.01, 0.023905236502022795",
    "40, 2000, 0.01, 6.39881521836138e-05",
    "90, 100, 0.95, 0.034108823383750306",
    "999, 1000, 0.9985, 1.0",
    "12345, 1000000, 0.0125, 0.16434103291807606",
    "1, 7, 0.5, 0.125",
    "5, 5, 0.2, 0.00032"
  })
  void agreesWithBinomTest(long k, long n, double p, double expected) {
    assertThat(Binomial.pValue(k, n, p)).isCloseTo(expected, TEN_DIGITS);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 10, 15, 40, 0.7300552541403771",
    "8, 20, 1, 20, 0.019656019656019652",
    "0, 30, 5, 400, 1.0",
    "40, 2000, 200, 20000, 0.00016374688264736068",
    "1990, 2000, 19700, 20000, 8.618598324435821e-05",
    "5, 5, 0, 5, 0.007936507936507938",
    "120, 100000, 900, 1100000, 0.0001743015476925416",
    "10, 15, 2, 15, 0.007775059838501802"
  })
  void agreesWithFisherTest(long k1, long n1, long k2, long n2, double expected) {
    Unit one = new Unit("one", k1, n1);
    Unit other = new Unit("other", k2, n2);
    assertThat(Binomial.pValue(one, other)).isCloseTo(expected, TEN_DIGITS);
    assertThat(Binomial.pValue(other, one)).isCloseTo(expected, TEN_DIGITS);
  }

  @Test
  void equalsTheExactSumInDecimals() {
    for (int n = 1; n <= 24; n++) {
      for (String p : new String[] {"0.1", "0.35", "0.5", "0.82"}) {
        BigDecimal[] weights = weights(n, new BigDecimal(p));
        for (int k = 0; k <= n; k++) {
          BigDecimal sum = BigDecimal.ZERO;
          for (BigDecimal weight : weights) {
            sum = weight.compareTo(weights[k]) <= 0 ? sum.add(weight) : sum;
          }
          assertThat(Binomial.pValue(k, n, Double.parseDouble(p)))
              .as("k=%d n=%d p=%s", k, n, p)
              .isEqualTo(sum.doubleValue(), within(1e-12));
        }
      }
    }
  }

  private static BigDecimal[] weights(int n, BigDecimal p) {
    BigDecimal[] weights = new BigDecimal[n + 1];
    BigDecimal choose = BigDecimal.ONE;
    for (int k = 0; k <= n; k++) {
      weights[k] = choose.multiply(p.pow(k)).multiply(BigDecimal.ONE.subtract(p).pow(n - k));
      choose =
          choose
              .multiply(BigDecimal.valueOf(n - k))
              .divide(BigDecimal.valueOf(k + 1), MathContext.UNLIMITED);
    }
    return weights;
  }

  @Test
  void certainEventsAreCertain() {
    assertThat(Binomial.pValue(0, 5, 0)).isEqualTo(1);
    assertThat(Binomial.pValue(1, 5, 0)).isZero();
    assertThat(Binomial.pValue(5, 5, 1)).isEqualTo(1);
    assertThat(Binomial.pValue(4, 5, 1)).isZero();
    assertThat(Binomial.pValue(0, 0, 0.3)).isEqualTo(1);
  }

  @Test
  void theFarTailIsSmallNotWrong() {
    assertThat(Binomial.pValue(100_000, 100_000, 0.001)).isZero();
    assertThat(Binomial.pValue(new Unit("a", 0, 50), new Unit("b", 0, 70))).isEqualTo(1);
    assertThat(Binomial.pValue(new Unit("a", 50, 50), new Unit("b", 70, 70))).isEqualTo(1);
    assertThat(Binomial.pValue(new Unit("a", 0, 0), new Unit("b", 7, 70))).isEqualTo(1);
  }

  @Test
  void aHundredMillionTrialsAreQuick() {
    Unit one = new Unit("a", 125_900, 100_000_000);
    Unit rest = new Unit("b", 1_000_000, 800_000_000);
    assertThat(Binomial.pValue(one, rest)).isBetween(0.01, 0.02);
  }

  @Test
  void refusesWhatIsNoProportion() {
    assertThatIllegalArgumentException().isThrownBy(() -> Binomial.pValue(3, 2, 0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> Binomial.pValue(1, 2, 1.5));
  }
}
