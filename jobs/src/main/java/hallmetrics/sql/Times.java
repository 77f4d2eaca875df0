package hallmetrics.sql;

import hallmetrics.time.Shanghai;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days and instants as Spark hands them to functions: by the session's choice {@code java.time},
 * but {@code java.sql} in a task that was not told of it (an iterator over a query, say).
 */
final class Times {
  private Times() {}

  /** A date as it is, of an instant its day in Shanghai. */
  static @Nullable LocalDate day(@Nullable Object at) {
    if (at instanceof java.sql.Date date) {
      return date.toLocalDate();
    }
    if (at == null || at instanceof LocalDate) {
      return (LocalDate) at;
    }
    Instant instant = instant(at);
    return instant == null ? null : Shanghai.date(instant);
  }

  static @Nullable Instant instant(@Nullable Object at) {
    return at instanceof java.sql.Timestamp stamp ? stamp.toInstant() : (Instant) at;
  }
}
