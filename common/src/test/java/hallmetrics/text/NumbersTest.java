package hallmetrics.text;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.catalogue.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  private static hallmetrics.statistics.Unit share(long k, long n) {
    return new hallmetrics.statistics.Unit(k + "/" + n, k, n);
  }

  @ParameterizedTest
  @CsvSource({
    "3083, 3175, 97.10%",
    "3093, 3186, 97.08%",
    "952, 1329, 71.63%",
    "952, 1434, 66.39%",
    "8, 99, 8.08%",
    "1, 8, 12.50%",
    "1, 3, 33.33%",
    "2, 3, 66.67%",
    "1, 800, 0.13%",
    "5311702, 5312493, 99.99%",
    "123, 100, 123.00%",
    "0, 30, 0.00%",
    "30, 30, 100.00%",
    "12345, 100, '12,345.00%'",
    "0, 0, —"
  })
  void percentages(long k, long n, String text) {
    assertThat(Numbers.percent(k, n)).isEqualTo(text);
  }

  @Test
  void neverAllWhenSomethingIsMissingNorNothingWhenSomethingIsThere() {
    assertThat(Numbers.percent(9_999_999, 10_000_000)).isEqualTo("99.99%");
    assertThat(Numbers.percent(1, 10_000_000)).isEqualTo("0.01%");
    assertThat(Numbers.percent(9_999_999, 10_000_000, 4)).isEqualTo("99.9999%");
    assertThat(Numbers.percent(1, 1_000_000_000, 4)).isEqualTo("0.0001%");
    assertThat(Numbers.per100k(1, 100_000_000)).isEqualTo("0.1");
    Random random = new Random(7);
    for (int seed = 0; seed < 20_000; seed++) {
      long n = 1 + (random.nextLong() >>> (1 + random.nextInt(62)));
      long k = Math.min(n, (long) (n * Math.pow(random.nextDouble(), random.nextInt(12))));
      String text = Numbers.percent(k, n);
      assertThat(text.equals("100.00%")).as("%d/%d", k, n).isEqualTo(k == n);
      assertThat(text.equals("0.00%")).as("%d/%d", k, n).isEqualTo(k == 0);
    }
  }

  @Test
  void everythingElseIsHalfUpOfTheExactFraction() {
    for (long n = 1; n <= 160; n++) {
      for (long k = 1; k < n; k++) {
        String expected =
            BigDecimal.valueOf(100 * k)
                    .divide(BigDecimal.valueOf(n), 2, RoundingMode.HALF_UP)
                    .toPlainString()
                + "%";
        assertThat(Numbers.percent(k, n)).isEqualTo(expected);
        assertThat(Numbers.figure(Unit.PERCENT, (double) k, (double) n, (double) k / n))
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PERCENT, 137, 142, 0.9647887, 96.48%",
    "PERCENT,,, 0.125, 12.50%",
    "PERCENT, 0, 0,, —",
    "PER_100K, 791, 5312493, 0.000148, 14.9",
    "PER_100K, 0, 30, 0, 0.0",
    "PER_100K, 1, 30, 0.033, '3,333.3'",
    "NONE, 6149345,, 6149345, '6,149,345'",
    "NONE, 5, 2, 2.5, 2.50",
    "DAYS,, 20, 5, 5",
    "DAYS, 46, 10, 4.6, 4.6",
    "DAYS, 14, 3, 4.666666666666667, 4.7",
    "MINUTES, 3001, 2, 1500.5, '1,500.5'",
    "POINTS,,, 97.15, 97.15",
    "POINTS,,, 78, 78.00",
    "NONE,,,, —"
  })
  void figuresByUnit(
      Unit unit, @Nullable Double k, @Nullable Double n, @Nullable Double value, String text) {
    assertThat(Numbers.figure(unit, k, n, value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "PERCENT, 0.9735, 0.97, +0.35",
    "PERCENT, 0.97345, 0.97, +0.35",
    "PERCENT, 0.97, 0.9735, −0.35",
    "PERCENT, 0.97, 0.97, ±0.00",
    "PER_100K, 0.0012, 0.0010, +20.0",
    "NONE, 1200, 100, '+1,100'",
    "DAYS, 4.6, 5, −0.4",
    "POINTS, 97.15, 96, +1.15",
    "PERCENT,, 0.97, —"
  })
  void differencesCarryTheirSign(
      Unit unit, @Nullable Double now, @Nullable Double then, String text) {
    assertThat(Numbers.difference(unit, now, then)).isEqualTo(text);
  }

  @Test
  void differencesOfRatesAreInPointsNeverInPercent() {
    assertThat(Numbers.differenceUnit(Unit.PERCENT)).isEqualTo("个百分点");
    assertThat(Numbers.differenceUnit(Unit.PER_100K)).isEqualTo("件/十万件");
  }

  @Test
  void growthIsOfCountsAndNeedsABase() {
    assertThat(Numbers.growth(117.0, 100.0)).isEqualTo("+17.00%");
    assertThat(Numbers.growth(2.0, 3.0)).isEqualTo("−33.33%");
    assertThat(Numbers.growth(5.0, 0.0)).isEqualTo("—");
    assertThat(Numbers.growth(null, 5.0)).isEqualTo("—");
  }

  @Test
  void moreDecimalsWhereRanksDifferButFiguresWouldNot() {
    List<hallmetrics.statistics.Unit> clear = List.of(share(1, 2), share(2, 4), share(2, 3));
    assertThat(Numbers.decimals(Unit.PERCENT, clear)).isEqualTo(2);
    List<hallmetrics.statistics.Unit> close =
        List.of(share(99_991, 100_000), share(99_992, 100_000), share(1, 2), share(0, 0));
    assertThat(Numbers.decimals(Unit.PERCENT, close)).isEqualTo(3);
    assertThat(Numbers.figure(Unit.PERCENT, 99_991.0, 100_000.0, null, 3)).isEqualTo("99.991%");
    List<hallmetrics.statistics.Unit> clamped =
        List.of(share(9_999_998, 10_000_000), share(9_999_999, 10_000_000));
    assertThat(Numbers.decimals(Unit.PERCENT, clamped)).isEqualTo(5);
    assertThat(Numbers.decimals(Unit.PER_100K, List.of())).isEqualTo(1);
  }

  @Test
  void countsHaveCommasAndAbsentFiguresADash() {
    assertThat(Numbers.count(0)).isEqualTo("0");
    assertThat(Numbers.count(999)).isEqualTo("999");
    assertThat(Numbers.count(-1_234_567)).isEqualTo("-1,234,567");
    assertThat(Numbers.fraction(1250.0, 6_149_345.0)).isEqualTo("1,250/6,149,345");
    assertThat(Numbers.plain(null)).isEqualTo("—");
    assertThat(Numbers.plain(2.50)).isEqualTo("2.5");
    assertThat(Numbers.decimal(1234.565, 2)).isEqualTo("1,234.57");
  }

  @Test
  void fullWidthPunctuationStaysOutOfNumbers() {
    assertThat(Numbers.figure(Unit.PER_100K, 12345.0, 999.0, null) + Numbers.percent(1, 3))
        .matches("[0-9.,%]+");
  }
}
