package hallmetrics.metrics;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Measures summed by place, split and slot. Where nothing was counted, the sum is 0. */
final class Sums {
  /** A measure at a place, unsplit (empty split) or of one split value. */
  record Key(String measure, String scope, String id, String split, String value) {}

  private record Place(String measure, String scope) {}

  private record Cut(String measure, String scope, String id, String split) {}

  /** Few slots a key: looking through them beats hashing. */
  private static final class Cell {
    private int[] slots = new int[2];
    private long[] n = new long[2];
    private @Nullable BigDecimal @Nullable [] x;
    private int size;

    private int at(int slot) {
      for (int i = 0; i < size; i++) {
        if (slots[i] == slot) {
          return i;
        }
      }
      if (size == slots.length) {
        slots = Arrays.copyOf(slots, 2 * size);
        n = Arrays.copyOf(n, 2 * size);
        x = x == null ? null : Arrays.copyOf(x, 2 * size);
      }
      slots[size] = slot;
      return size++;
    }

    void add(int slot, long more, @Nullable BigDecimal sum) {
      int at = at(slot);
      n[at] += more;
      if (sum != null) {
        @Nullable BigDecimal[] all = x == null ? new BigDecimal[slots.length] : x;
        BigDecimal old = all[at];
        all[at] = old == null ? sum : old.add(sum);
        x = all;
      }
    }

    long n(int[] wanted) {
      long sum = 0;
      for (int i = 0; i < size; i++) {
        if (contains(wanted, slots[i])) {
          sum += n[i];
        }
      }
      return sum;
    }

    BigDecimal x(int[] wanted) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int i = 0; x != null && i < size; i++) {
        BigDecimal more = x[i];
        if (more != null && contains(wanted, slots[i])) {
          sum = sum.add(more);
        }
      }
      return sum;
    }

    private static boolean contains(int[] wanted, int slot) {
      for (int one : wanted) {
        if (one == slot) {
          return true;
        }
      }
      return false;
    }
  }

  private final Map<Key, Cell> cells = new HashMap<>();
  private final Map<Place, Set<String>> ids = new HashMap<>();
  private final Map<Cut, Set<String>> values = new HashMap<>();
  private final Set<String> regions = new HashSet<>();

  /** Adds to a sum. */
  void add(Key key, int slot, long n, @Nullable BigDecimal x) {
    cells
        .computeIfAbsent(
            key,
            fresh -> {
              note(key);
              return new Cell();
            })
        .add(slot, n, x);
  }

  private void note(Key key) {
    if (key.split().isEmpty()) {
      Place place = new Place(key.measure(), key.scope());
      ids.computeIfAbsent(place, fresh -> new HashSet<>()).add(key.id());
    } else {
      Cut cut = new Cut(key.measure(), key.scope(), key.id(), key.split());
      values.computeIfAbsent(cut, fresh -> new HashSet<>()).add(key.value());
    }
    if (key.scope().equals("REGION")) {
      regions.add(key.id());
    }
  }

  /** How often a key counted in some slots. */
  long n(Key key, int[] slots) {
    Cell cell = cells.get(key);
    return cell == null ? 0 : cell.n(slots);
  }

  /** What a key summed up in some slots. */
  BigDecimal x(Key key, int[] slots) {
    Cell cell = cells.get(key);
    return cell == null ? BigDecimal.ZERO : cell.x(slots);
  }

  /** The places of a scope a measure was counted at in any slot. */
  Set<String> ids(String measure, String scope) {
    return ids.getOrDefault(new Place(measure, scope), Set.of());
  }

  /** The values of a split a measure was counted with at some places, sorted. */
  Set<String> values(String measure, String scope, Collection<String> places, String split) {
    Set<String> all = new TreeSet<>();
    for (String id : places) {
      all.addAll(values.getOrDefault(new Cut(measure, scope, id, split), Set.of()));
    }
    return all;
  }

  /** Every region anything was counted at. */
  Set<String> regions() {
    return regions;
  }
}
