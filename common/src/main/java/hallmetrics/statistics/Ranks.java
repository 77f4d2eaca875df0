package hallmetrics.statistics;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Competition ranks (1, 2, 2, 4) in exact arithmetic: two units tie only when truly equal. */
public final class Ranks {
  private Ranks() {}

  /**
   * The place of one unit.
   *
   * @param rank 1 is best
   * @param of how many were ranked
   * @param tied whether another unit has the same rank
   */
  public record Rank(int rank, int of, boolean tied) implements Serializable {}

  /**
   * Ranks the fractions k/n.
   *
   * @param units all with n &gt; 0: a unit without business has no rank
   * @return in the order of the units
   */
  public static List<Rank> of(List<Unit> units, Better better) {
    for (Unit unit : units) {
      if (unit.n() == 0) {
        throw new IllegalArgumentException("0/0 has no rank: " + unit.id());
      }
    }
    return rank(units, Ranks::compare, better);
  }

  /** Ranks stated decimals (scores); 1.5 and 1.50 tie. In the order of the values. */
  public static List<Rank> ofDecimals(List<BigDecimal> values, Better better) {
    return rank(values, Comparator.naturalOrder(), better);
  }

  /** Compares k/n exactly, the lower fraction first; never overflows. Both n &gt; 0. */
  public static int compare(Unit one, Unit other) {
    long highOne = Math.multiplyHigh(one.k(), other.n());
    long highOther = Math.multiplyHigh(other.k(), one.n());
    if (highOne != highOther) {
      return Long.compare(highOne, highOther);
    }
    return Long.compareUnsigned(one.k() * other.n(), other.k() * one.n());
  }

  private static <T> List<Rank> rank(List<T> values, Comparator<? super T> rising, Better better) {
    Comparator<? super T> order = better == Better.LOWER ? rising : rising.reversed();
    List<Integer> sorted =
        IntStream.range(0, values.size())
            .boxed()
            .sorted((a, b) -> order.compare(values.get(a), values.get(b)))
            .toList();
    int[] ranks = new int[values.size()];
    int[] sharing = new int[values.size() + 1];
    for (int place = 0; place < sorted.size(); place++) {
      int index = sorted.get(place);
      boolean equal =
          place > 0 && order.compare(values.get(sorted.get(place - 1)), values.get(index)) == 0;
      ranks[index] = equal ? ranks[sorted.get(place - 1)] : place + 1;
      sharing[ranks[index]]++;
    }
    List<Rank> result = new ArrayList<>();
    for (int rank : ranks) {
      result.add(new Rank(rank, ranks.length, sharing[rank] > 1));
    }
    return result;
  }
}
