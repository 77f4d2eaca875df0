package hallmetrics.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What happens to the records of one system: every change with its moment. A delivery holds the
 * changes of its period, or of each record only the last one.
 */
final class Feed<T> {
  /** A record as it stood from a moment on. */
  record Change<T>(String key, long at, int order, T record) {}

  private final List<Change<T>> changes = new ArrayList<>();
  private boolean sorted = true;

  /** Adds a change; one at or after the end of the demo has not happened. */
  void add(String key, long at, T record) {
    if (at < Moment.END) {
      changes.add(new Change<>(key, at, changes.size(), record));
      sorted = false;
    }
  }

  /** Every change of the period in time order; the period must not end before it begins. */
  List<Change<T>> events(Period period) {
    if (!sorted) {
      changes.sort(Comparator.<Change<T>>comparingLong(Change::at).thenComparingInt(Change::order));
      sorted = true;
    }
    return List.copyOf(changes.subList(first(period.from()), first(period.to())));
  }

  /** How many changes are before a moment. */
  private int first(long moment) {
    int low = 0;
    int high = changes.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (changes.get(middle).at() < moment) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Of every record changed in the period its last state, in the order of that change. */
  List<Change<T>> states(Period period) {
    Map<String, Change<T>> last = new LinkedHashMap<>();
    for (Change<T> change : events(period)) {
      last.remove(change.key());
      last.put(change.key(), change);
    }
    return List.copyOf(last.values());
  }
}
