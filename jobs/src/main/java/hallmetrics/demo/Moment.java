package hallmetrics.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Local date-times of the city as whole seconds, so that a year of records is small. No zone takes
 * part: a delivered file holds wall-clock text.
 */
final class Moment {
  /** No such moment (yet). */
  static final long NEVER = Long.MAX_VALUE;

  /** First and last business day of the demo. */
  static final LocalDate FIRST_DAY = LocalDate.of(2025, 9, 1);

  static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);

  /** The first second after the demo. */
  static final long END = at(LAST_DAY.plusDays(1), 0);

  static final DateTimeFormatter DASHED = format("uuuu-MM-dd HH:mm:ss");
  static final DateTimeFormatter BASIC = format("uuuuMMdd'T'HHmmss");
  static final DateTimeFormatter SLASHED = format("uuuu/M/d H:mm");
  static final DateTimeFormatter CHINESE = format("uuuu年M月d日");

  private Moment() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  static long at(LocalDate day, int secondOfDay) {
    return day.toEpochDay() * 86_400 + secondOfDay;
  }

  static LocalDate day(long moment) {
    return LocalDate.ofEpochDay(Math.floorDiv(moment, 86_400L));
  }

  static LocalDateTime time(long moment) {
    return LocalDateTime.ofEpochSecond(moment, 0, ZoneOffset.UTC);
  }

  /** The moment as text; empty for {@link #NEVER}. */
  static String text(long moment, DateTimeFormatter format) {
    return moment == NEVER ? "" : format.format(time(moment));
  }

  /** What is known of a moment when the clock stands at {@code now}: later is not yet. */
  static long known(long moment, long now) {
    return moment <= now ? moment : NEVER;
  }
}
