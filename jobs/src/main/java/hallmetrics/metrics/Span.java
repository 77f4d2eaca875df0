package hallmetrics.metrics;

import hallmetrics.time.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days from a first to a last one, both included. */
record Span(LocalDate first, LocalDate last) {

  static Span of(Period period) {
    return new Span(period.first(), period.last());
  }

  /** Whether two share a day. */
  boolean overlaps(Span other) {
    return !first.isAfter(other.last()) && !other.first().isAfter(last);
  }

  /** Its days up to one; null when it begins later. */
  @Nullable Span until(LocalDate day) {
    if (first.isAfter(day)) {
      return null;
    }
    return last.isAfter(day) ? new Span(first, day) : this;
  }
}
