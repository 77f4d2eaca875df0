package hallmetrics.daily;

import hallmetrics.ledger.CountBlock;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A board written down in the order its tallies are handed out in, a measure's counts side by side:
 * a board is met once for each of its measures, and a month has thirty of them.
 */
final class Sheet {
  private static final int COLUMNS = 4;

  /** Scope, id, split and value of each tally, as texts of all counts. */
  private final int[] places;

  private final int size;

  /** By measure, then by tally. */
  private final int[] counts;

  private final @Nullable BigDecimal @Nullable [] sums;

  private Sheet(int[] places, int[] numbers, Tallies tallies, int measures) {
    this.places = places;
    this.size = numbers.length;
    this.counts = new int[size * measures];
    this.sums = tallies.summed() ? new BigDecimal[counts.length] : null;
    for (int t = 0; t < size; t++) {
      for (int m = 0; m < measures; m++) {
        counts[m * size + t] = tallies.count(numbers[t], m);
        if (sums != null) {
          sums[m * size + t] = tallies.sum(numbers[t], m);
        }
      }
    }
  }

  /** Adds the rows of a measure to a block, which knows measure and day. */
  void hand(int measure, CountBlock block) {
    int first = measure * size;
    for (int t = 0; t < size; t++) {
      int n = counts[first + t];
      if (n > 0) {
        int at = t * COLUMNS;
        block.add(places[at], places[at + 1], places[at + 2], places[at + 3]);
        block.count(n, sums == null ? null : sums[first + t]);
      }
    }
  }

  /** Collects the tallies of a board in order. */
  static final class Writer {
    private int[] places = new int[COLUMNS * 256];
    private int[] numbers = new int[256];
    private int size;

    void add(int tally, int scope, int id, int split, int value) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size * 2);
        places = Arrays.copyOf(places, size * 2 * COLUMNS);
      }
      int at = size * COLUMNS;
      places[at] = scope;
      places[at + 1] = id;
      places[at + 2] = split;
      places[at + 3] = value;
      numbers[size++] = tally;
    }

    Sheet sheet(Tallies tallies, int measures) {
      return new Sheet(
          Arrays.copyOf(places, size * COLUMNS), Arrays.copyOf(numbers, size), tallies, measures);
    }
  }
}
