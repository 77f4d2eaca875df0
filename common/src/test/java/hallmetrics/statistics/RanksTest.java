package hallmetrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hallmetrics.statistics.Ranks.Rank;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RanksTest {
  @Test
  void equalFractionsTieAndTheNextRankIsSkipped() {
    List<Unit> units =
        List.of(
            new Unit("a", 1, 2), new Unit("b", 3, 4), new Unit("c", 6, 8), new Unit("d", 9, 10));
    assertThat(Ranks.of(units, Better.HIGHER))
        .containsExactly(
            new Rank(4, 4, false),
            new Rank(2, 4, true),
            new Rank(2, 4, true),
            new Rank(1, 4, false));
    assertThat(Ranks.of(units, Better.LOWER)).extracting(Rank::rank).containsExactly(1, 2, 2, 4);
  }

  @Test
  void decimalsTieByValue() {
    List<BigDecimal> values =
        Stream.of("79", "77", "78", "77.0", "76", "76.00", "76").map(BigDecimal::new).toList();
    assertThat(Ranks.ofDecimals(values, Better.HIGHER))
        .extracting(Rank::rank)
        .containsExactly(1, 3, 2, 3, 5, 5, 5);
  }

  @Test
  void neverRoundsNorOverflows() {
    long large = Long.MAX_VALUE;
    List<Unit> units =
        List.of(new Unit("a", large - 2, large - 1), new Unit("b", large - 1, large));
    assertThat(Ranks.of(units, Better.HIGHER)).extracting(Rank::rank).containsExactly(2, 1);
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      Unit one = unit(random);
      Unit other = unit(random);
      int expected = product(one.k(), other.n()).compareTo(product(other.k(), one.n()));
      assertThat(Integer.signum(Ranks.compare(one, other))).isEqualTo(expected);
    }
  }

  private static BigInteger product(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }

  private static Unit unit(Random random) {
    long n = (random.nextLong() >>> (1 + random.nextInt(60))) + 1;
    return new Unit("u", (long) (n * random.nextDouble()), n);
  }

  @Test
  void oneAloneAndNone() {
    assertThat(Ranks.of(List.of(new Unit("a", 0, 5)), Better.LOWER))
        .containsExactly(new Rank(1, 1, false));
    assertThat(Ranks.of(List.of(), Better.LOWER)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ranks.of(List.of(new Unit("a", 0, 0)), Better.LOWER));
  }
}
