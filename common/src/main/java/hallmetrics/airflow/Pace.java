package hallmetrics.airflow;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * How time passes for the client.
 *
 * @param clock what deadlines and "in the future" are measured by
 * @param random spreads the repeats of many clients
 * @param waiting lets time pass
 */
public record Pace(Clock clock, RandomGenerator random, Waiting waiting) {

  /** Lets time pass between two looks. */
  public interface Waiting {
    /** Returns after about the given time. */
    void pause(Duration time);
  }

  /** The machine's time. */
  public static Pace ofTheMachine() {
    return new Pace(Clock.systemUTC(), new SplittableRandom(), Pace::sleep);
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("stopped while waiting"));
    }
  }
}
