package hallmetrics.record;

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
  private int asked;
  private int found;

  /** The text of a slice. */
  String text(char[] buffer, int offset, int length) {
    if (slots == null || length > LONGEST) {
      return new String(buffer, offset, length);
    }
    int hash = 0;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + buffer[i];
    }
    int slot = (hash ^ (hash >>> 15)) & (SIZE - 1);
    String known = slots[slot];
    if (known != null && same(known, buffer, offset, length)) {
      found++;
      asked++;
      return known;
    }
    String text = new String(buffer, offset, length);
    slots[slot] = text;
    if (++asked == TRIAL) {
      judge();
    }
    return text;
  }

  private void judge() {
    if (found < TRIAL / 8) {
      slots = null;
    }
  }

  private static boolean same(String text, char[] buffer, int offset, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != buffer[offset + i]) {
        return false;
      }
    }
    return true;
  }
}
