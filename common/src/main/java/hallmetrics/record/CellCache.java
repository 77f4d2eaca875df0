package hallmetrics.record;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One instance for texts a column repeats (codes, regions, names), so that nothing is allocated and
 * later look-ups find a ready hash. Bounded; gives itself up where a column does not repeat.
 */
final class CellCache {
  private static final int SIZE = 1024;
  private static final int LONGEST = 64;
  private static final int TRIAL = 8192;

  private @Nullable String @Nullable [] slots = new String[SIZE];
  private final char[][] keys = new char[SIZE][];
  private int asked;
  private int found;

  /** The text of a slice. */
  String text(char[] buffer, int offset, int length) {
    if (slots == null || length > LONGEST) {
      return new String(buffer, offset, length);
    }
    int slot = slot(buffer, offset, length);
    String known = slots[slot];
    char[] key = keys[slot];
    asked++;
    if (known != null && Arrays.equals(key, 0, key.length, buffer, offset, offset + length)) {
      found++;
      return known;
    }
    String text = new String(buffer, offset, length);
    slots[slot] = text;
    keys[slot] = Arrays.copyOfRange(buffer, offset, offset + length);
    if (asked >= TRIAL) {
      judge();
    }
    return text;
  }

  /** By the ends of the text: the middle of a long one tells little more. */
  private static int slot(char[] buffer, int offset, int length) {
    int hash = length;
    int head = Math.min(length, 12);
    for (int i = 0; i < head; i++) {
      hash = 31 * hash + buffer[offset + i];
    }
    for (int i = Math.max(head, length - 8); i < length; i++) {
      hash = 31 * hash + buffer[offset + i];
    }
    return (hash ^ (hash >>> 11)) & (SIZE - 1);
  }

  private void judge() {
    if (found * 2 < asked) {
      slots = null;
      Arrays.fill(keys, null);
    }
    asked = 0;
    found = 0;
  }
}
