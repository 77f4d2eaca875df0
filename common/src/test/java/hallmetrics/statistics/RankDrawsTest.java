package hallmetrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;

import hallmetrics.statistics.RankDraws.RankInterval;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;

class RankDrawsTest {
  private static final List<Unit> CITY =
      List.of(
          new Unit("360702", 12, 3_000),
          new Unit("360703", 30, 4_100),
          new Unit("360704", 9, 2_950),
          new Unit("360722", 0, 980),
          new Unit("JKQ", 80, 3_500));

  private static Map<String, RankInterval> draw(List<Unit> units, Better better) {
    return RankDraws.of(units, better, id -> RankDraws.stream("bad_rate", "2026-10", id));
  }

  @Test
  void theSameOnEveryMachine() {
    Map<String, RankInterval> ranks = draw(CITY, Better.LOWER);
    assertThat(ranks.get("JKQ")).isEqualTo(new RankInterval(5.0, 5, 5));
    assertThat(ranks.toString()).isEqualTo(PINNED);
  }

  private static final String PINNED =
      "{360702=RankInterval[expected=2.751, low=2, high=4],"
          + " 360703=RankInterval[expected=3.9635, low=3, high=4],"
          + " 360704=RankInterval[expected=2.262, low=2, high=3],"
          + " 360722=RankInterval[expected=1.0235, low=1, high=1],"
          + " JKQ=RankInterval[expected=5.0, low=5, high=5]}";

  @Test
  void anEmptyUnitOrAnotherOrderMovesNothing() {
    Map<String, RankInterval> ranks = draw(CITY, Better.LOWER);
    List<Unit> more = new ArrayList<>(CITY);
    more.add(new Unit("360799", 0, 0));
    Collections.shuffle(more, new Random(1));
    assertThat(draw(more, Better.LOWER)).isEqualTo(ranks);
  }

  @Test
  void theOtherDirectionMirrorsTheRanks() {
    Map<String, RankInterval> low = draw(CITY, Better.LOWER);
    Map<String, RankInterval> high = draw(CITY, Better.HIGHER);
    high.forEach(
        (id, rank) ->
            assertThat(low)
                .extractingByKey(id)
                .extracting(RankInterval::expected, DOUBLE)
                .isEqualTo(6 - rank.expected(), within(1e-9)));
  }

  @Test
  void expectedRanksSumToTheTriangle() {
    double sum =
        draw(CITY, Better.HIGHER).values().stream().mapToDouble(RankInterval::expected).sum();
    assertThat(sum).isEqualTo(15, within(1e-9));
  }

  @Test
  void equalUnitsAreNotTold() {
    List<Unit> equal = IntStream.range(0, 12).mapToObj(i -> new Unit("u" + i, 50, 5_000)).toList();
    draw(equal, Better.LOWER)
        .forEach(
            (id, rank) -> {
              assertThat(rank.low()).as(id).isEqualTo(1);
              assertThat(rank.high()).as(id).isEqualTo(12);
              assertThat(rank.expected()).as(id).isEqualTo(6.5, within(0.4));
            });
  }

  @Test
  void drawsFollowTheJeffreysPosterior() {
    for (long[] counts : new long[][] {{0, 30}, {1, 7}, {30, 30}, {12, 3_000}, {900, 1_000}}) {
      RandomStream random = new RandomStream("posterior " + Arrays.toString(counts));
      double[] draws = new double[20_000];
      for (int i = 0; i < draws.length; i++) {
        double events = random.nextGamma(counts[0]);
        draws[i] = events / (events + random.nextGamma(counts[1] - counts[0]));
      }
      Arrays.sort(draws);
      BetaDistribution beta = BetaDistribution.of(counts[0] + 0.5, counts[1] - counts[0] + 0.5);
      double distance = 0;
      for (int i = 0; i < draws.length; i++) {
        double theory = beta.cumulativeProbability(draws[i]);
        distance = Math.max(distance, Math.abs(theory - (i + 0.5) / draws.length));
      }
      // Kolmogorov–Smirnov, 1 in 1,000
      assertThat(distance).as(Arrays.toString(counts)).isLessThan(1.95 / Math.sqrt(20_000));
    }
  }

  @Test
  void aHundredUnitsTakeLessThanASecond() {
    List<Unit> units =
        IntStream.range(0, 100).mapToObj(i -> new Unit("u" + i, 40 + i, 9_000 + i)).toList();
    draw(units, Better.LOWER);
    long start = System.nanoTime();
    draw(units, Better.LOWER);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void oneIdTwiceIsAFault() {
    List<Unit> twice = List.of(new Unit("a", 1, 2), new Unit("a", 1, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> draw(twice, Better.LOWER));
  }
}
