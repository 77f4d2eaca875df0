package hallmetrics.airflow;

import java.time.Duration;
import java.time.Instant;

/** Waits between repeats: each wait about twice as long, spread by chance, never past the end. */
final class Backoff {
  private static final long FIRST_MILLIS = 500;
  private static final long MOST_MILLIS = 15_000;

  /** With less time left a try would only say that there was none. */
  private static final Duration TRY = Duration.ofMillis(300);

  private final Pace pace;
  private final Instant end;
  private long millis = FIRST_MILLIS;

  Backoff(Pace pace, Instant end) {
    this.pace = pace;
    this.end = end;
  }

  /** Waits, and answers whether there is time for another try; else answers at once. */
  boolean again() {
    Duration wait = Duration.ofMillis(millis / 2 + pace.random().nextLong(millis / 2));
    millis = Math.min(MOST_MILLIS, 2 * millis);
    if (!pace.clock().instant().plus(wait).plus(TRY).isBefore(end)) {
      return false;
    }
    pace.waiting().pause(wait);
    return true;
  }
}
