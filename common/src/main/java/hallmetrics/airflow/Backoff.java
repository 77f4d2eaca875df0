package hallmetrics.airflow;

import java.time.Duration;
import java.time.Instant;

/** Waits between repeats: each wait about twice as long, spread by chance, never past the end. */
final class Backoff {
  private static final long FIRST_MILLIS = 500;
  private static final long MOST_MILLIS = 15_000;

  /** With less time left a try would only say that there was none. */
  private static final Duration TRY = Duration.ofMillis(300);

  /** A stumble that is over by then is nobody's business. */
  private static final Duration LONG = Duration.ofSeconds(4);

  private final Pace pace;
  private final Patience patience;
  private final Instant began;
  private long millis = FIRST_MILLIS;

  Backoff(Pace pace, Patience patience) {
    this.pace = pace;
    this.patience = patience;
    this.began = pace.clock().instant();
  }

  /**
   * Waits, and answers whether there is time for another try; else answers at once.
   *
   * @param answer why there must be another
   */
  boolean again(Answer answer) {
    Duration wait = Duration.ofMillis(millis / 2 + pace.random().nextLong(millis / 2));
    millis = Math.min(MOST_MILLIS, 2 * millis);
    Instant now = pace.clock().instant();
    if (!now.plus(wait).plus(TRY).isBefore(patience.end())) {
      return false;
    }
    if (now.isAfter(began.plus(LONG))) {
      patience.tell(answer);
    }
    pace.waiting().pause(wait);
    return true;
  }
}
