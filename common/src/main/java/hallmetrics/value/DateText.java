package hallmetrics.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads dates and instants as systems and clerks write them, text without an offset being
 * Asia/Shanghai: {@code 2026-10-31 08:05:09}, {@code 2026/1/5 8:05}, {@code 20261031T080509},
 * {@code 20261031080509}, {@code 2026-10-31T00:05:09.123Z}, {@code 2026年1月5日 8时5分}, dates alone,
 * and a source's own patterns, which are tried first. Year first always; other orders only by
 * pattern. Precision is one microsecond; what is finer is cut. One instance serves one thread.
 */
public final class DateText {
  /** The zone of every text without an offset. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** What {@link #micros} answers for text that is no date. */
  public static final long BAD = Long.MIN_VALUE;

  private static final int CACHE = 4096;

  private final List<DateTimeFormatter> patterns = new ArrayList<>();
  private final Map<String, Read> cache = new HashMap<>();
  private final DateScan scan = new DateScan();
  private boolean dayOnly;

  /**
   * A reader with extra patterns.
   *
   * @throws IllegalArgumentException when a pattern is none of java.time's
   */
  public DateText(List<String> patterns) {
    patterns.forEach(pattern -> this.patterns.add(formatter(pattern)));
  }

  /** The formatter of one pattern; strict, so that 31 April is no date. */
  static DateTimeFormatter formatter(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .parseDefaulting(ChronoField.ERA, 1)
        .toFormatter(Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** The instant in microseconds since 1970-01-01T00:00Z (a date alone: its 00:00), or BAD. */
  public long micros(String text) {
    if (!patterns.isEmpty()) {
      Read read = cached(text);
      if (read.micros() != BAD) {
        dayOnly = read.dayOnly();
        return read.micros();
      }
    }
    long value = scan.micros(text);
    dayOnly = value != BAD && scan.dayOnly();
    return value;
  }

  /** Whether the text read last had no time of day. */
  public boolean dayOnly() {
    return dayOnly;
  }

  /** An instant of whole microseconds. */
  public static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L);
  }

  /** The Shanghai day of an instant in microseconds. */
  public static LocalDate day(long micros) {
    return LocalDate.ofEpochDay(
        Math.floorDiv(micros + DateScan.offsetMicros(micros), DateScan.DAY_MICROS));
  }

  private Read cached(String text) {
    Read read = cache.get(text);
    if (read == null) {
      read = byPattern(text);
      if (cache.size() >= CACHE) {
        cache.clear();
      }
      cache.put(text, read);
    }
    return read;
  }

  private Read byPattern(String text) {
    String plain = Text.half(text);
    for (DateTimeFormatter pattern : patterns) {
      try {
        TemporalAccessor found =
            pattern.parseBest(plain, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        return read(found);
      } catch (DateTimeException nextPattern) {
        // another pattern may fit
      }
    }
    return new Read(BAD, false);
  }

  private static Read read(TemporalAccessor found) {
    boolean dayOnly = found instanceof LocalDate;
    Instant instant;
    if (found instanceof OffsetDateTime offset) {
      instant = offset.toInstant();
    } else if (found instanceof LocalDateTime local) {
      instant = local.atZone(ZONE).toInstant();
    } else {
      instant = LocalDateTime.of(LocalDate.from(found), LocalTime.MIN).atZone(ZONE).toInstant();
    }
    return new Read(instant.getEpochSecond() * 1_000_000L + instant.getNano() / 1000, dayOnly);
  }

  private record Read(long micros, boolean dayOnly) {}
}
