package hallmetrics.ingest;

import java.io.Serializable;
import java.util.Arrays;

/** Many entries in one array, so that a shuffle moves few objects and the heap holds fewer. */
final class KeyBlock implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int WIDTH = 8;

  private long[] cells = new long[WIDTH * 64];
  private int size;

  int size() {
    return size;
  }

  void add(Entry entry) {
    int at = size * WIDTH;
    if (at == cells.length) {
      cells = Arrays.copyOf(cells, cells.length * 2);
    }
    cells[at] = entry.hi();
    cells[at + 1] = entry.lo();
    cells[at + 2] = entry.effective();
    cells[at + 3] = entry.asOf();
    cells[at + 4] = entry.seq();
    cells[at + 5] = entry.content();
    cells[at + 6] = ((long) entry.line() << 32) | entry.month();
    cells[at + 7] = ((long) entry.table() << 32) | entry.kind().ordinal();
    size++;
  }

  /** First half of an entry's key. */
  long hi(int index) {
    return cells[index * WIDTH];
  }

  Entry get(int index) {
    int at = index * WIDTH;
    return new Entry(
        (int) (cells[at + 7] >> 32),
        cells[at],
        cells[at + 1],
        cells[at + 2],
        cells[at + 3],
        cells[at + 4],
        (int) (cells[at + 6] >> 32),
        cells[at + 5],
        (int) cells[at + 6],
        Entry.Kind.of((int) cells[at + 7]));
  }

  /** Gives back what the doubling took too much, before the block travels. */
  KeyBlock trimmed() {
    cells = Arrays.copyOf(cells, Math.max(WIDTH, size * WIDTH));
    return this;
  }
}
