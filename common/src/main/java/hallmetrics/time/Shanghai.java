package hallmetrics.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The one time zone of the product. */
public final class Shanghai {
  /** Asia/Shanghai. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final LocalTime LAST_MICROSECOND = LocalTime.of(23, 59, 59, 999_999_000);

  private Shanghai() {}

  /** The day an instant falls on. */
  public static LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }

  /** The first instant of a day. */
  public static Instant startOfDay(LocalDate date) {
    return date.atStartOfDay(ZONE).toInstant();
  }

  /**
   * The last microsecond of a day, 23:59:59.999999: how a deadline that names only a day is stored.
   */
  public static Instant endOfDay(LocalDate date) {
    return date.atTime(LAST_MICROSECOND).atZone(ZONE).toInstant();
  }
}
