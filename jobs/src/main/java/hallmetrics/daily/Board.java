package hallmetrics.daily;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tallies of one group on one day: by scope and place, unsplit and by each cut. */
final class Board {
  private static final int[] NONE = {};

  private final CountGroup group;
  private final int cuts;

  /** The number of the empty text. */
  private final int unsplit;

  private final Tallies tallies;

  /** By scope and place: the unsplit tally. */
  private final int[][] wholes = new int[Scope.values().length][0];

  /** By scope, then by place and cut: the tallies by number of the cut's value. */
  private final int[][][] parts = new int[Scope.values().length][0][];

  Board(CountGroup group, int unsplit) {
    this.group = group;
    this.cuts = group.cuts().size();
    this.unsplit = unsplit;
    this.tallies = new Tallies(group);
  }

  /**
   * Counts a row at a place.
   *
   * @param values numbers of its values by cut; −1 where it has no place in a histogram
   */
  void add(Scope scope, int place, long answers, int[] values, @Nullable BigDecimal[] sums) {
    int at = scope.ordinal();
    if (place >= wholes[at].length) {
      widen(scope, Math.max(place + 1, wholes[at].length * 2));
    }
    int whole = wholes[at][place];
    if (whole == 0) {
      whole = tallies.fresh();
      wholes[at][place] = whole;
    }
    tallies.add(whole, answers, sums);
    if (scope.isSplit()) {
      for (int c = 0; c < cuts; c++) {
        long counted = answers & group.cuts().get(c).measures();
        if (counted != 0 && values[c] >= 0) {
          tallies.add(part(at, place * cuts + c, values[c]), counted, sums);
        }
      }
    }
  }

  private void widen(Scope scope, int places) {
    int at = scope.ordinal();
    wholes[at] = Arrays.copyOf(wholes[at], places);
    if (scope.isSplit()) {
      int before = parts[at].length;
      parts[at] = Arrays.copyOf(parts[at], places * cuts);
      Arrays.fill(parts[at], before, places * cuts, NONE);
    }
  }

  private int part(int scope, int spot, int value) {
    int[] known = parts[scope][spot];
    if (value >= known.length) {
      known = Arrays.copyOf(known, Math.max(value + 1, known.length * 2));
      parts[scope][spot] = known;
    }
    if (known[value] == 0) {
      known[value] = tallies.fresh();
    }
    return known[value];
  }

  /**
   * Writes it down in the order of the places: each unsplit, then by each cut.
   *
   * @param values what the numbers of each cut's values stand for
   */
  Sheet sheet(List<Placing.Known> known, Values[] values) {
    Sheet.Writer writer = new Sheet.Writer();
    for (Placing.Known places : known) {
      int[] row = wholes[places.scope().ordinal()];
      for (int i = 0; i < places.order().length; i++) {
        int place = places.order()[i];
        if (place < row.length && row[place] != 0) {
          int id = places.ids()[i];
          writer.add(row[place], places.name(), id, unsplit, unsplit);
          if (places.scope().isSplit()) {
            cuts(places, place, id, values, writer);
          }
        }
      }
    }
    return writer.sheet(tallies, group.measures().size());
  }

  private void cuts(Placing.Known places, int place, int id, Values[] values, Sheet.Writer writer) {
    for (int c = 0; c < cuts; c++) {
      int[] cut = parts[places.scope().ordinal()][place * cuts + c];
      for (int v = 0; v < cut.length; v++) {
        if (cut[v] != 0) {
          writer.add(cut[v], places.name(), id, values[c].split(), values[c].text(v));
        }
      }
    }
  }
}
