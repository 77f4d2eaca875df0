package hallmetrics.time;

import hallmetrics.fault.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which days are worked: weekends are off, and the State Council's notices move days off and
 * working days (调休). Counting is one array access; nothing loops over days.
 *
 * <p>It covers the published years and the first unpublished one, which counts as PROVISIONAL with
 * weekends off only. Due dates may reach a few years further, provisionally too.
 */
public final class WorkCalendar implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Years behind the covered ones into which a due date may still reach. */
  private static final int REACH = 5;

  private final LocalDate first;
  private final int lastPublished;
  private final TreeMap<LocalDate, Entry> listed;

  /** Working days from {@code first} to each day, that day included. */
  private final int[] ordinals;

  /** Day offsets of the working days, by ordinal − 1. */
  private final int[] workdays;

  /** What a day is. */
  public enum Kind {
    WORKDAY,
    WEEKEND,
    /** Off by a notice, on a weekend too. */
    HOLIDAY,
    /** A weekend day that is worked. */
    MAKEUP
  }

  /** Whether a day's kind is published. */
  public enum Status {
    OFFICIAL,
    PROVISIONAL
  }

  /**
   * A day some working days away.
   *
   * @param provisional whether it lies in a year whose calendar is not published: to be computed
   *     again when it is
   */
  public record DueDate(LocalDate date, boolean provisional) implements Serializable {}

  /** One row of the register. */
  record Entry(String name, boolean off) implements Serializable {}

  WorkCalendar(int firstYear, int lastPublished, TreeMap<LocalDate, Entry> listed) {
    this.first = LocalDate.of(firstYear, 1, 1);
    this.lastPublished = lastPublished;
    this.listed = listed;
    LocalDate end = LocalDate.of(lastPublished + 1 + REACH, 12, 31);
    int days = (int) (end.toEpochDay() - first.toEpochDay()) + 1;
    ordinals = new int[days];
    int[] offsets = new int[days];
    int count = 0;
    for (int day = 0; day < days; day++) {
      if (isWorked(first.plusDays(day))) {
        offsets[count++] = day;
      }
      ordinals[day] = count;
    }
    workdays = Arrays.copyOf(offsets, count);
  }

  /**
   * Reads the register (date, name, kind off or work).
   *
   * @param fileName as problems shall name it
   * @throws hallmetrics.fault.HallException with all problems, file:line each
   */
  public static WorkCalendar parse(String csvText, String fileName) {
    Problems problems = new Problems();
    WorkCalendar calendar = parse(csvText, fileName, problems);
    problems.throwIfAny();
    return Objects.requireNonNull(calendar, "a calendar without problems");
  }

  /** Reads the register and adds its problems; null where there are any. */
  public static @Nullable WorkCalendar parse(String csvText, String fileName, Problems problems) {
    return new CalendarReader(fileName, problems).read(csvText);
  }

  /** The calendar that comes with the product. */
  public static WorkCalendar builtIn() {
    return parse(builtInText(), "registers/calendar.csv");
  }

  /** The register that comes with the product, as text. */
  public static String builtInText() {
    return resource("/registers/calendar.csv");
  }

  static String resource(String name) {
    try (InputStream stream = WorkCalendar.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private boolean isWorked(LocalDate date) {
    Entry entry = listed.get(date);
    return entry == null ? !isWeekend(date) : !entry.off();
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
  }

  /** The first day covered: 1 January of the first published year. */
  public LocalDate first() {
    return first;
  }

  /** The last day covered: 31 December of the first unpublished year. */
  public LocalDate last() {
    return LocalDate.of(lastPublished + 1, 12, 31);
  }

  /** The last year whose notice is in the register. */
  public int lastPublishedYear() {
    return lastPublished;
  }

  /** Whether a record may be of this day. */
  public boolean covers(LocalDate date) {
    return !date.isBefore(first) && date.getYear() <= lastPublished + 1;
  }

  /** OFFICIAL up to the last published year. */
  public Status status(LocalDate date) {
    return date.getYear() <= lastPublished ? Status.OFFICIAL : Status.PROVISIONAL;
  }

  /** Whether the day is worked. */
  public boolean isWorkday(LocalDate date) {
    int day = offset(date);
    return ordinals[day] > (day == 0 ? 0 : ordinals[day - 1]);
  }

  /** What the day is. */
  public Kind kind(LocalDate date) {
    if (isWorkday(date)) {
      return isWeekend(date) ? Kind.MAKEUP : Kind.WORKDAY;
    }
    return listed.containsKey(date) ? Kind.HOLIDAY : Kind.WEEKEND;
  }

  /** The name of the holiday that the day belongs to or makes up for; null for ordinary days. */
  public @Nullable String holidayName(LocalDate date) {
    Entry entry = listed.get(date);
    return entry == null ? null : entry.name();
  }

  /**
   * The n-th working day after a day (the day itself is not counted), for negative n the |n|-th
   * before it, for 0 the day itself.
   *
   * @throws IllegalArgumentException if either is out of the calendar's reach
   */
  public DueDate plusWorkdays(LocalDate date, int n) {
    int day = offset(date);
    if (n == 0) {
      return dueDate(date);
    }
    int passed = n > 0 || !isWorkday(date) ? ordinals[day] : ordinals[day] - 1;
    long index = (long) passed + n - (n > 0 ? 1 : 0);
    if (index < 0 || index >= workdays.length) {
      throw new IllegalArgumentException(
          n + " working days from " + date + " are out of the calendar");
    }
    return dueDate(first.plusDays(workdays[(int) index]));
  }

  private DueDate dueDate(LocalDate date) {
    return new DueDate(date, status(date) == Status.PROVISIONAL);
  }

  /**
   * How many working days lie in (from, to]: from is not counted, to is. Negative when to is before
   * from.
   *
   * @throws IllegalArgumentException if either is out of the calendar's reach
   */
  public int workdaysBetween(LocalDate from, LocalDate to) {
    return ordinals[offset(to)] - ordinals[offset(from)];
  }

  /** All rows of the register by day. */
  Map<LocalDate, Entry> listed() {
    return listed;
  }

  private int offset(LocalDate date) {
    long day = date.toEpochDay() - first.toEpochDay();
    if (day < 0 || day >= ordinals.length) {
      throw new IllegalArgumentException(date + " is out of the calendar, which begins " + first);
    }
    return (int) day;
  }
}
