package hallmetrics.metrics;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Sums the counts of one task by measure, place, split and slot. A measure's counts of a month
 * stand together, so that hardly anything is left to sum over tasks and nothing is sent around.
 */
final class Summing implements FlatMapFunction<Iterator<InternalRow>, Summing.Part> {
  /** The columns of a row: five words, the slot, what it counted and summed up. */
  static final List<String> COLUMNS =
      List.of("measure", "scope", "scope_id", "split", "split_value", "slot", "n", "x");

  private static final long serialVersionUID = 1L;
  private static final int WORDS = 5;
  private static final int SLOT = 5;
  private static final int N = 6;
  private static final int X = 7;
  private static final int DIGITS = 38;
  private static final int SCALE = 6;

  /** A key by the numbers of its words. */
  private record Cell(int measure, int scope, int id, int split, int value, int slot) {}

  private static final class Total {
    private long n;
    private @Nullable BigDecimal x;
  }

  /**
   * The sums of a task, each word held once.
   *
   * @param cells five words by number and a slot each
   * @param x null where nothing was summed up
   */
  record Part(String[] words, int[] cells, long[] n, @Nullable BigDecimal[] x)
      implements Serializable {
    /** Adds what it holds. */
    void to(Sums sums) {
      for (int i = 0; i < n.length; i++) {
        int at = i * (WORDS + 1);
        Sums.Key key =
            new Sums.Key(
                words[cells[at]],
                words[cells[at + 1]],
                words[cells[at + 2]],
                words[cells[at + 3]],
                words[cells[at + 4]]);
        sums.add(key, cells[at + SLOT], n[i], x[i]);
      }
    }
  }

  @Override
  public Iterator<Part> call(Iterator<InternalRow> rows) {
    Map<UTF8String, Integer> numbers = new HashMap<>();
    List<String> words = new ArrayList<>();
    Map<Cell, Total> totals = new HashMap<>();
    int[] now = new int[WORDS];
    UTF8String[] last = new UTF8String[WORDS];
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      for (int c = 0; c < WORDS; c++) {
        UTF8String word = row.getUTF8String(c);
        if (!word.equals(last[c])) {
          UTF8String kept = word.copy();
          last[c] = kept;
          now[c] = number(kept, numbers, words);
        }
      }
      Cell cell = new Cell(now[0], now[1], now[2], now[3], now[4], row.getInt(SLOT));
      add(totals.computeIfAbsent(cell, fresh -> new Total()), row);
    }
    return totals.isEmpty() ? List.<Part>of().iterator() : List.of(part(words, totals)).iterator();
  }

  private static int number(UTF8String word, Map<UTF8String, Integer> numbers, List<String> words) {
    return numbers.computeIfAbsent(
        word,
        fresh -> {
          words.add(fresh.toString());
          return words.size() - 1;
        });
  }

  private static void add(Total total, InternalRow row) {
    total.n += row.getLong(N);
    if (!row.isNullAt(X)) {
      BigDecimal more = row.getDecimal(X, DIGITS, SCALE).toJavaBigDecimal();
      BigDecimal old = total.x;
      total.x = old == null ? more : old.add(more);
    }
  }

  private static Part part(List<String> words, Map<Cell, Total> totals) {
    int[] cells = new int[totals.size() * (WORDS + 1)];
    long[] n = new long[totals.size()];
    @Nullable BigDecimal[] x = new BigDecimal[totals.size()];
    int i = 0;
    for (Map.Entry<Cell, Total> entry : totals.entrySet()) {
      Cell cell = entry.getKey();
      int at = i * (WORDS + 1);
      cells[at] = cell.measure();
      cells[at + 1] = cell.scope();
      cells[at + 2] = cell.id();
      cells[at + 3] = cell.split();
      cells[at + 4] = cell.value();
      cells[at + SLOT] = cell.slot();
      n[i] = entry.getValue().n;
      x[i] = entry.getValue().x;
      i++;
    }
    return new Part(words.toArray(String[]::new), cells, n, x);
  }
}
