package hallmetrics.record;

import java.util.Arrays;

/** Counts how many identities came again, in eight bytes an identity. */
final class Repeats {
  private long[] keys = new long[1 << 10];
  private int size;

  /** Takes an identity of at least 16 hex digits. */
  void add(String recordKey) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
    }
    keys[size++] = Long.parseUnsignedLong(recordKey, 0, 16, 16);
  }

  /** How many of those taken had come before. */
  long count() {
    long[] sorted = Arrays.copyOf(keys, size);
    Arrays.sort(sorted);
    long again = 0;
    for (int i = 1; i < size; i++) {
      again += sorted[i] == sorted[i - 1] ? 1 : 0;
    }
    return again;
  }
}
