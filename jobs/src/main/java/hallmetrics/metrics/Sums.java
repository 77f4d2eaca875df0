package hallmetrics.metrics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Measures summed by place, split and bucket. Where nothing was counted, the sum is 0. */
final class Sums {
  /** A measure at a place, unsplit (empty split) or of one split value. */
  record Key(String measure, String scope, String id, String split, String value) {}

  private static final class Cell {
    private final long[] n;
    private final @Nullable BigDecimal[] x;

    Cell(int buckets) {
      n = new long[buckets];
      x = new BigDecimal[buckets];
    }
  }

  private final Map<Bucket, Integer> index = new HashMap<>();
  private final Map<Key, Cell> cells = new HashMap<>();
  private final Map<List<String>, Set<String>> values = new HashMap<>();
  private final Map<List<String>, Set<String>> ids = new HashMap<>();

  Sums(List<Bucket> buckets) {
    for (Bucket bucket : buckets) {
      index.put(bucket, index.size());
    }
  }

  int buckets() {
    return index.size();
  }

  /** Adds to a sum; sums of the same key add up. */
  void add(Key key, int bucket, long n, @Nullable BigDecimal x) {
    Cell cell =
        cells.computeIfAbsent(
            key,
            fresh -> {
              ids.computeIfAbsent(List.of(key.measure(), key.scope()), k -> new HashSet<>())
                  .add(key.id());
              values
                  .computeIfAbsent(
                      List.of(key.measure(), key.scope(), key.id(), key.split()),
                      k -> new HashSet<>())
                  .add(key.value());
              return new Cell(index.size());
            });
    cell.n[bucket] += n;
    BigDecimal old = cell.x[bucket];
    if (x != null) {
      cell.x[bucket] = old == null ? x : old.add(x);
    }
  }

  long n(Key key, Bucket bucket) {
    Cell cell = cells.get(key);
    return cell == null ? 0 : cell.n[at(bucket)];
  }

  /** The sum of x, null where nothing was summed. */
  @Nullable BigDecimal x(Key key, Bucket bucket) {
    Cell cell = cells.get(key);
    return cell == null ? null : cell.x[at(bucket)];
  }

  /** The places of a scope a measure was counted at, in any bucket. */
  Set<String> ids(String measure, String scope) {
    return ids.getOrDefault(List.of(measure, scope), Set.of());
  }

  /** The values of a split a measure was counted with at a place, sorted. */
  List<String> values(String measure, String scope, String id, String split) {
    return new ArrayList<>(
        new TreeSet<>(values.getOrDefault(List.of(measure, scope, id, split), Set.of())));
  }

  /** The histogram of working days of a measure at a place. */
  SortedMap<Long, Long> histogram(String measure, String scope, String id, Bucket bucket) {
    SortedMap<Long, Long> bars = new TreeMap<>();
    for (String days : values(measure, scope, id, "days")) {
      long n = n(new Key(measure, scope, id, "days", days), bucket);
      if (n > 0) {
        bars.put(Long.parseLong(days), n);
      }
    }
    return bars;
  }

  private int at(Bucket bucket) {
    Integer at = index.get(bucket);
    if (at == null) {
      throw new IllegalArgumentException("not summed: " + bucket);
    }
    return at;
  }
}
