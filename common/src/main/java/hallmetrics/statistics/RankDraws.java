package hallmetrics.statistics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How sure a rank is: 2,000 times every unit draws a rate it might truly have, from its Jeffreys
 * posterior Beta(k+½, n−k+½), and the draws are ranked.
 */
public final class RankDraws {
  /** How often the units are drawn. */
  public static final int DRAWS = 2_000;

  private static final int LOW = nearestRank(25);
  private static final int HIGH = nearestRank(975);

  private RankDraws() {}

  /**
   * What the draws say of one unit.
   *
   * @param expected mean rank
   * @param low rank at 2.5 % of the draws (nearest rank)
   * @param high rank at 97.5 %
   */
  public record RankInterval(double expected, int low, int high) implements Serializable {}

  /** The name of the random stream of one unit; feeds {@link #of}. */
  public static String stream(String metric, String period, String scopeId) {
    return metric + '\t' + period + '\t' + scopeId;
  }

  /**
   * Ranks the draws of all units that have business.
   *
   * <p>Every unit draws from a stream of its own, so its draws depend on its name, k and n alone: a
   * unit without business (n = 0) is left out and moves nothing, neither does the order of the
   * units. Draws that are equal to the last bit rank by id.
   *
   * @param units distinct ids
   * @param better which end gets rank 1
   * @param stream names the random stream of an id, see {@link #stream}
   * @return by id; only units with n &gt; 0
   */
  public static Map<String, RankInterval> of(
      List<Unit> units, Better better, Function<String, String> stream) {
    List<Unit> drawn =
        units.stream().filter(unit -> unit.n() > 0).sorted(Comparator.comparing(Unit::id)).toList();
    double[][] draws = new double[drawn.size()][];
    for (int i = 0; i < draws.length; i++) {
      draws[i] = draws(drawn.get(i), better, new RandomStream(stream.apply(drawn.get(i).id())));
    }
    rank(draws);
    Map<String, RankInterval> result = new TreeMap<>();
    for (int i = 0; i < draws.length; i++) {
      if (result.put(drawn.get(i).id(), interval(draws[i])) != null) {
        throw new IllegalArgumentException("unit twice: " + drawn.get(i).id());
      }
    }
    return result;
  }

  /** The drawn odds, which tell rates near 1 apart better than the rates do; least is best. */
  private static double[] draws(Unit unit, Better better, RandomStream random) {
    double[] draws = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      double events = random.nextGamma(unit.k());
      double others = random.nextGamma(unit.n() - unit.k());
      draws[i] = better == Better.LOWER ? events / others : others / events;
    }
    return draws;
  }

  private static void rank(double[][] draws) {
    Integer[] order = IntStream.range(0, draws.length).boxed().toArray(Integer[]::new);
    for (int draw = 0; draw < DRAWS; draw++) {
      int column = draw;
      Arrays.sort(
          order,
          Comparator.comparingDouble((Integer i) -> draws[i][column])
              .thenComparing(Comparator.naturalOrder()));
      for (int rank = 0; rank < order.length; rank++) {
        draws[order[rank]][column] = rank + 1;
      }
    }
  }

  private static RankInterval interval(double[] ranks) {
    Arrays.sort(ranks);
    double sum = 0;
    for (double rank : ranks) {
      sum += rank;
    }
    return new RankInterval(sum / DRAWS, (int) ranks[LOW], (int) ranks[HIGH]);
  }

  private static int nearestRank(int thousandths) {
    return (DRAWS * thousandths + 999) / 1000 - 1;
  }
}
