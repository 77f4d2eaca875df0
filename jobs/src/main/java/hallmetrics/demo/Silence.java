package hallmetrics.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The hall that stopped sending: nothing of it arrives from a day on, neither cases nor ratings.
 */
final class Silence {
  static final String HALL = "H360729";
  static final String REGION = "360729";

  /** First day of which nothing arrives; nine expected working days to the end. */
  static final LocalDate SINCE = LocalDate.of(2026, 10, 20);

  static final LocalDate BUSY_FROM = LocalDate.of(2026, 8, 24);

  /** Cases a working day that a small city adds there, so that its silence counts. */
  static final int LEAST_A_DAY = 14;

  private Silence() {}

  /** Whether something of this hall at this moment never arrives. */
  static boolean covers(@Nullable String hall, long moment) {
    return HALL.equals(hall) && moment >= Moment.at(SINCE, 0);
  }
}
