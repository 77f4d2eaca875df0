package hallmetrics.ledger;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Numbers values from 0 as they are met: small ones by a look into an array. */
final class Numbering {
  private static final int SMALL = 1 << 16;

  /** The number of each small value, plus one; 0 = not met. */
  private final int[] small = new int[SMALL];

  private final Map<Long, Integer> others = new HashMap<>();
  private long[] met = new long[64];
  private int size;

  int number(long value) {
    if (value >= 0 && value < SMALL) {
      int known = small[(int) value];
      if (known == 0) {
        known = meet(value) + 1;
        small[(int) value] = known;
      }
      return known - 1;
    }
    return others.computeIfAbsent(value, this::meet);
  }

  private int meet(long value) {
    if (size == met.length) {
      met = Arrays.copyOf(met, size * 2);
    }
    met[size] = value;
    return size++;
  }

  int size() {
    return size;
  }

  long value(int number) {
    return met[number];
  }

  /** Forgets everything. */
  void clear() {
    for (int i = 0; i < size; i++) {
      if (met[i] >= 0 && met[i] < SMALL) {
        small[(int) met[i]] = 0;
      }
    }
    others.clear();
    size = 0;
  }
}
