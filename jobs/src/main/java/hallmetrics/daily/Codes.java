package hallmetrics.daily;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Numbers texts from 0 as they are met. Codes of up to sixteen bytes, which nearly all are, stand
 * in the table itself: a row asks for four or five of them, and following an object to another cost
 * more than counting it.
 */
final class Codes {
  private static final int LONGEST = 16;
  private static final int HALF = 8;

  /** Cells of a slot: both halves of the text, then its number plus one and its length. */
  private static final int WIDTH = 3;

  private final Map<UTF8String, Integer> longer = new HashMap<>();
  private long[] cells = new long[WIDTH * 64];
  private int shorter;

  int number(UTF8String text) {
    int length = text.numBytes();
    if (length > LONGEST) {
      return longer(text);
    }
    long first = text.getPrefix();
    long second = length <= HALF ? 0 : rest(text, length).getPrefix();
    int at = find(first, second, length);
    if (cells[at + 2] == 0) {
      int number = size();
      cells[at] = first;
      cells[at + 1] = second;
      cells[at + 2] = (number + 1L) << 8 | length;
      shorter++;
      if (shorter * 2 * WIDTH > cells.length) {
        widen();
      }
      return number;
    }
    return (int) (cells[at + 2] >>> 8) - 1;
  }

  /** How many texts were met. */
  int size() {
    return shorter + longer.size();
  }

  private int longer(UTF8String text) {
    Integer known = longer.get(text);
    if (known != null) {
      return known;
    }
    int number = size();
    longer.put(text.copy(), number);
    return number;
  }

  private static UTF8String rest(UTF8String text, int length) {
    return UTF8String.fromAddress(text.getBaseObject(), text.getBaseOffset() + HALF, length - HALF);
  }

  /** Where a text stands or would stand. */
  private int find(long first, long second, int length) {
    int slots = cells.length / WIDTH;
    long hash = (first * 0x9E3779B97F4A7C15L ^ second) * 0xC2B2AE3D27D4EB4FL;
    int slot = (int) (hash >>> 33) & (slots - 1);
    while (true) {
      int at = slot * WIDTH;
      long held = cells[at + 2];
      if (held == 0 || (cells[at] == first && cells[at + 1] == second && (held & 0xFF) == length)) {
        return at;
      }
      slot = (slot + 1) & (slots - 1);
    }
  }

  private void widen() {
    long[] old = cells;
    cells = new long[old.length * 2];
    for (int from = 0; from < old.length; from += WIDTH) {
      if (old[from + 2] != 0) {
        int at = find(old[from], old[from + 1], (int) (old[from + 2] & 0xFF));
        System.arraycopy(old, from, cells, at, WIDTH);
      }
    }
  }
}
