package hallmetrics.metrics;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Metric;
import hallmetrics.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a metric meant in a period: its definitions in force, each for its own days.
 *
 * @param metric the last of them
 * @param parts in order of time; days without a definition belong to none
 */
record Defined(Metric metric, List<Part> parts) {

  /** A definition and the days of the period it was in force. */
  record Part(Metric metric, Span span) {}

  /** The definitions of a metric in a period; null where none was in force. */
  static @Nullable Defined of(Catalogue catalogue, String id, Period period) {
    List<Part> parts = new ArrayList<>();
    for (Metric version : catalogue.versions(id)) {
      LocalDate first = later(version.validFrom(), period.first());
      LocalDate end = version.validTo();
      LocalDate last = end == null || end.isAfter(period.last()) ? period.last() : end;
      if (!first.isAfter(last)) {
        parts.add(new Part(version, new Span(first, last)));
      }
    }
    return parts.isEmpty() ? null : new Defined(parts.get(parts.size() - 1).metric(), parts);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** The same without days after one. */
  Defined until(LocalDate day) {
    List<Part> shorter = new ArrayList<>();
    for (Part part : parts) {
      Span span = part.span().until(day);
      if (span != null) {
        shorter.add(new Part(part.metric(), span));
      }
    }
    return new Defined(metric, shorter);
  }

  /** The same without days up to one. */
  Defined after(LocalDate day) {
    List<Part> shorter = new ArrayList<>();
    for (Part part : parts) {
      LocalDate first = later(part.span().first(), day.plusDays(1));
      if (!first.isAfter(part.span().last())) {
        shorter.add(new Part(part.metric(), new Span(first, part.span().last())));
      }
    }
    return new Defined(metric, shorter);
  }

  /** The numbers of its definitions. */
  Set<Integer> versions() {
    Set<Integer> versions = new TreeSet<>();
    parts.forEach(part -> versions.add(part.metric().version()));
    return versions;
  }
}
