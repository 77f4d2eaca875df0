package hallmetrics.value;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The common shapes of dates, read by hand in one pass: a year of four digits, month and day, then
 * perhaps a time, a fraction and an offset.
 */
final class DateScan {
  static final long DAY_MICROS = 86_400_000_000L;

  private static final long BAD = DateText.BAD;
  private static final long EIGHT_HOURS = 8 * 3_600_000_000L;

  /** From here on Shanghai is +08:00 without summer time. */
  private static final long SETTLED = 694_195_200_000_000L;

  private String text = "";
  private int at;
  private int end;
  private boolean dayOnly;
  private boolean failed;

  boolean dayOnly() {
    return dayOnly;
  }

  long micros(String raw) {
    text = Text.half(raw);
    at = 0;
    end = text.length();
    failed = false;
    dayOnly = false;
    long day = date();
    if (failed) {
      return BAD;
    }
    if (at == end) {
      dayOnly = true;
      return local(day * DAY_MICROS);
    }
    timeMark();
    long time = time();
    if (failed) {
      return BAD;
    }
    return withOffset(day * DAY_MICROS + time);
  }

  private long date() {
    int year = digits(4, 4);
    boolean compact = at < end && digit(at);
    if (!compact) {
      separator('年');
    }
    int month = compact ? digits(2, 2) : digits(1, 2);
    if (!compact) {
      separator('月');
    }
    int day = compact ? digits(2, 2) : digits(1, 2);
    skip('日');
    if (failed || month < 1 || month > 12 || day < 1 || day > lengthOf(year, month)) {
      failed = true;
      return 0;
    }
    return epochDay(year, month, day);
  }

  private void timeMark() {
    int before = at;
    if (text.charAt(at) == 'T' || text.charAt(at) == 't') {
      at++;
    } else {
      skipBlanks();
    }
    boolean compact = at == before && digit(at) && at == 8;
    if (at == before && !compact && text.charAt(at - 1) != '日') {
      failed = true;
    }
  }

  private long time() {
    int from = at;
    int hour = digits(1, 2);
    boolean compact = at < end && digit(at) && at - from == 2;
    if (!compact) {
      if (skip('时') && at == end) {
        return hour > 23 ? fail() : hour * 3_600_000_000L;
      }
      colonUnlessMarked('时');
    }
    int minute = compact ? digits(2, 2) : digits(1, 2);
    boolean marked = skip('分');
    int second = 0;
    long fraction = 0;
    if (!failed && at < end && (compact ? digit(at) : marked ? digit(at) : skip(':'))) {
      second = compact ? digits(2, 2) : digits(1, 2);
      skip('秒');
      fraction = fraction();
    }
    if (failed || hour > 23 || minute > 59 || second > 59) {
      return fail();
    }
    return ((hour * 60L + minute) * 60 + second) * 1_000_000L + fraction;
  }

  private void colonUnlessMarked(char mark) {
    if (text.charAt(at - 1) != mark && !skip(':')) {
      failed = true;
    }
  }

  private long fraction() {
    if (at >= end || (text.charAt(at) != '.' && text.charAt(at) != ',')) {
      return 0;
    }
    at++;
    long value = 0;
    int count = 0;
    for (; at < end && digit(at); at++, count++) {
      if (count < 6) {
        value = value * 10 + text.charAt(at) - '0';
      }
    }
    failed |= count == 0 || count > 9;
    for (int i = count; i < 6; i++) {
      value *= 10;
    }
    return value;
  }

  private long withOffset(long localMicros) {
    skipBlanks();
    if (at == end) {
      return local(localMicros);
    }
    char sign = text.charAt(at++);
    if ((sign == 'Z' || sign == 'z') && at == end) {
      return localMicros;
    }
    if (sign != '+' && sign != '-') {
      return BAD;
    }
    int hours = digits(2, 2);
    boolean more = skip(':') || at < end;
    int minutes = more ? digits(2, 2) : 0;
    if (failed || at != end || hours > 18 || minutes > 59) {
      return BAD;
    }
    long offset = (hours * 60L + minutes) * 60_000_000L;
    return sign == '+' ? localMicros - offset : localMicros + offset;
  }

  private static long local(long localMicros) {
    long settled = localMicros - EIGHT_HOURS;
    return settled >= SETTLED ? settled : old(localMicros);
  }

  private static long old(long localMicros) {
    return LocalDateTime.ofEpochSecond(Math.floorDiv(localMicros, 1_000_000L), 0, ZoneOffset.UTC)
                .atZone(DateText.ZONE)
                .toEpochSecond()
            * 1_000_000L
        + Math.floorMod(localMicros, 1_000_000L);
  }

  static long offsetMicros(long micros) {
    return micros >= SETTLED
        ? EIGHT_HOURS
        : DateText.ZONE.getRules().getOffset(DateText.instant(micros)).getTotalSeconds()
            * 1_000_000L;
  }

  private int digits(int least, int most) {
    int value = 0;
    int count = 0;
    while (count < most && at < end && digit(at)) {
      value = value * 10 + text.charAt(at++) - '0';
      count++;
    }
    failed |= count < least;
    return value;
  }

  private void separator(char han) {
    if (at < end) {
      char c = text.charAt(at);
      if (c == '-' || c == '/' || c == '.' || c == han) {
        at++;
        return;
      }
    }
    failed = true;
  }

  private boolean skip(char wanted) {
    if (at < end && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void skipBlanks() {
    while (at < end && Text.blank(text.charAt(at))) {
      at++;
    }
  }

  private boolean digit(int index) {
    char c = text.charAt(index);
    return c >= '0' && c <= '9';
  }

  private long fail() {
    failed = true;
    return 0;
  }

  private static int lengthOf(int year, int month) {
    if (month == 2) {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  /** Days since 1970-01-01 of the proleptic Gregorian calendar. */
  private static long epochDay(int year, int month, int day) {
    int y = month > 2 ? year : year - 1;
    int m = month > 2 ? month - 3 : month + 9;
    long days = 365L * y + Math.floorDiv(y, 4) - Math.floorDiv(y, 100) + Math.floorDiv(y, 400);
    return days + (153L * m + 2) / 5 + day - 1 - 719_468;
  }
}
