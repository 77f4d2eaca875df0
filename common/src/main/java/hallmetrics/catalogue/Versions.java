package hallmetrics.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the versions of an id in order and ends an open one where the next begins. */
final class Versions {
  private Versions() {}

  /** Ids in declared order, the versions of each by {@code validFrom}. */
  static List<Metric> close(List<Metric> metrics) {
    Map<String, List<Metric>> byId = new LinkedHashMap<>();
    for (Metric metric : metrics) {
      byId.computeIfAbsent(metric.id(), id -> new ArrayList<>()).add(metric);
    }
    List<Metric> closed = new ArrayList<>();
    for (List<Metric> versions : byId.values()) {
      versions.sort(Comparator.comparing(Metric::validFrom).thenComparing(Metric::version));
      for (int i = 0; i < versions.size(); i++) {
        Metric next = i + 1 < versions.size() ? versions.get(i + 1) : null;
        closed.add(endBefore(versions.get(i), next));
      }
    }
    return List.copyOf(closed);
  }

  private static Metric endBefore(Metric metric, @Nullable Metric next) {
    boolean open = metric.validTo() == null;
    boolean later = next != null && next.validFrom().isAfter(metric.validFrom());
    return open && next != null && later ? metric.until(next.validFrom().minusDays(1)) : metric;
  }

  /** Whether two versions are both in force on some day. */
  static boolean overlap(Metric one, Metric other) {
    return !begins(one).isAfter(ends(other)) && !begins(other).isAfter(ends(one));
  }

  private static LocalDate begins(Metric metric) {
    return metric.validFrom();
  }

  private static LocalDate ends(Metric metric) {
    LocalDate last = metric.validTo();
    return last == null ? LocalDate.MAX : last;
  }
}
