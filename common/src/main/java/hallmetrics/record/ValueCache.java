package hallmetrics.record;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Remembers what repeated cells of a column mean; bounded, and gives up where nothing repeats. */
final class ValueCache {
  private static final int SIZE = 1 << 14;
  private static final int LONGEST = 512;
  private static final Object NOTHING = new Object();

  private @Nullable Map<String, Object> known = new HashMap<>();
  private long asked;
  private long found;

  @Nullable Object get(String cell, Function<String, @Nullable Object> read) {
    Map<String, Object> map = known;
    if (map == null || cell.length() > LONGEST) {
      return read.apply(cell);
    }
    asked++;
    Object value = map.get(cell);
    if (value != null) {
      found++;
      return value == NOTHING ? null : value;
    }
    Object fresh = read.apply(cell);
    if (map.size() >= SIZE) {
      forget(map);
    }
    map.put(cell, fresh == null ? NOTHING : fresh);
    return fresh;
  }

  private void forget(Map<String, Object> map) {
    map.clear();
    if (found * 8 < asked) {
      known = null;
    }
  }
}
