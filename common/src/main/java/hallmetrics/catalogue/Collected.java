package hallmetrics.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Immutable copies that keep the declared order. */
final class Collected {
  private Collected() {}

  static <V> Map<String, V> map(Map<String, ? extends V> from) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(from));
  }
}
