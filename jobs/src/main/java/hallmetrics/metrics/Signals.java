package hallmetrics.metrics;

import hallmetrics.statistics.Xmr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the control chart says of the newest month of a series.
 *
 * @param direction of the signal, else null
 */
record Signals(String signal, @Nullable String direction) {
  /** Where series are made; windows and items are too small for them. */
  static final Set<String> SCOPES = Set.of("ALL", "REGION", "ORG", "HALL");

  /** Of a figure that has no series. */
  static final Signals NONE = new Signals("NONE", null);

  private static final Signals TOO_SHORT = new Signals("TOO_SHORT", null);

  /**
   * A month of a series.
   *
   * @param value null where nothing is known of it
   * @param version of its definition: another one begins limits of its own
   */
  record Month(@Nullable Double value, int version) {}

  /** The signal of the last month of a series. */
  static Signals of(List<Month> months) {
    List<Double> values = new ArrayList<>();
    List<Integer> rebases = new ArrayList<>();
    int version = 0;
    Double newest = null;
    for (Month month : months) {
      newest = month.value();
      if (newest != null) {
        if (version != 0 && version != month.version()) {
          rebases.add(values.size());
        }
        version = month.version();
        values.add(newest);
      }
    }
    if (newest == null) {
      return values.size() < Xmr.LEAST_POINTS ? TOO_SHORT : NONE;
    }
    Xmr.Point last =
        Xmr.of(
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                rebases.stream().mapToInt(Integer::intValue).toArray())
            .last();
    Xmr.Direction direction = last.direction();
    return new Signals(last.signal().name(), direction == null ? null : direction.name());
  }
}
