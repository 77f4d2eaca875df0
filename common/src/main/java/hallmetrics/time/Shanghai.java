package hallmetrics.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/** The one time zone of the product. */
public final class Shanghai {
  /** Asia/Shanghai. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final long DAY = 86_400;

  /** Since its last change of clocks a day is a division, not a search in the zone's rules. */
  private static final long SETTLED = settled();

  private static final int OFFSET = ZONE.getRules().getOffset(Instant.MAX).getTotalSeconds();

  private static final LocalTime LAST_MICROSECOND = LocalTime.of(23, 59, 59, 999_999_000);

  private Shanghai() {}

  /** The day an instant falls on. */
  public static LocalDate date(Instant instant) {
    long second = instant.getEpochSecond();
    return second < SETTLED
        ? LocalDate.ofInstant(instant, ZONE)
        : LocalDate.ofEpochDay(Math.floorDiv(second + OFFSET, DAY));
  }

  private static long settled() {
    ZoneRules rules = ZONE.getRules();
    if (!rules.getTransitionRules().isEmpty()) {
      return Long.MAX_VALUE;
    }
    List<ZoneOffsetTransition> changes = rules.getTransitions();
    return changes.isEmpty() ? Long.MIN_VALUE : changes.get(changes.size() - 1).toEpochSecond();
  }

  /** An instant as clocks in Shanghai show it, with their offset: 2026-10-31T23:59:59+08:00. */
  public static String printed(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(ZONE));
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
