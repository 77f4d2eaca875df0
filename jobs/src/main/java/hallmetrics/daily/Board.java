package hallmetrics.daily;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** The tallies of one group on one day: by scope and place, unsplit and by each cut. */
final class Board {
  /** The tallies of a place: unsplit, then by cut and number of its value. */
  private static final class Spot {
    private final Tally whole;
    private final @Nullable Tally[][] cuts;

    Spot(CountGroup group, boolean split) {
      whole = tally(group);
      cuts = new Tally[split ? group.cuts().size() : 0][0];
    }
  }

  private final CountGroup group;
  private final @Nullable Spot[][] spots = new Spot[Scope.values().length][0];

  Board(CountGroup group) {
    this.group = group;
  }

  private static Tally tally(CountGroup group) {
    return new Tally(group.measures().size(), group.sums().size());
  }

  /**
   * Counts a row at a place.
   *
   * @param values numbers of its values by cut; −1 where it has no place in a histogram
   */
  void add(Scope scope, int place, long answers, int[] values, @Nullable BigDecimal[] sums) {
    @Nullable Spot[] row = spots[scope.ordinal()];
    if (place >= row.length) {
      row = Arrays.copyOf(row, Math.max(place + 1, row.length * 2));
      spots[scope.ordinal()] = row;
    }
    Spot spot = row[place];
    if (spot == null) {
      spot = new Spot(group, scope.isSplit());
      row[place] = spot;
    }
    spot.whole.add(answers, group, sums);
    for (int c = 0; c < spot.cuts.length; c++) {
      long counted = answers & group.cuts().get(c).measures();
      if (counted != 0 && values[c] >= 0) {
        cut(spot, c, values[c]).add(counted, group, sums);
      }
    }
  }

  private Tally cut(Spot spot, int cut, int value) {
    @Nullable Tally[] tallies = spot.cuts[cut];
    if (value >= tallies.length) {
      tallies = Arrays.copyOf(tallies, Math.max(value + 1, tallies.length * 2));
      spot.cuts[cut] = tallies;
    }
    Tally tally = tallies[value];
    if (tally == null) {
      tally = tally(group);
      tallies[value] = tally;
    }
    return tally;
  }

  /**
   * Hands out what was counted at a place: unsplit, then by each cut.
   *
   * @param values what the numbers of each cut's values stand for
   */
  void forEach(Scope scope, int place, Values[] values, BiConsumer<Where, Tally> taker) {
    @Nullable Spot[] row = spots[scope.ordinal()];
    Spot spot = place < row.length ? row[place] : null;
    if (spot == null) {
      return;
    }
    taker.accept(UNSPLIT, spot.whole);
    for (int c = 0; c < spot.cuts.length; c++) {
      for (int v = 0; v < spot.cuts[c].length; v++) {
        Tally tally = spot.cuts[c][v];
        if (tally != null) {
          taker.accept(values[c].where(v), tally);
        }
      }
    }
  }

  /**
   * How a tally is split.
   *
   * @param split empty for the unsplit one
   * @param value value of the cut
   */
  record Where(UTF8String split, UTF8String value) {}

  private static final Where UNSPLIT = new Where(UTF8String.EMPTY_UTF8, UTF8String.EMPTY_UTF8);
}
