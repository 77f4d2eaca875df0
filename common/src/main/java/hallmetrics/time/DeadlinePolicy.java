package hallmetrics.time;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One row of the register of deadlines.
 *
 * @param source what the deadline belongs to: a subject ({@code hotline}), a source system or a
 *     complexity; {@code *} for all that have no row of their own
 * @param n how many units
 * @param cutoff a start after it counts as the next working day; null for none
 * @param from first start date it is in force, null from the beginning
 * @param to last start date it is in force, null for ever
 */
public record DeadlinePolicy(
    String source,
    Stage stage,
    int n,
    Unit unit,
    StartRule startRule,
    @Nullable LocalTime cutoff,
    @Nullable LocalDate from,
    @Nullable LocalDate to)
    implements Serializable {

  /** What has to be done in time. */
  public enum Stage {
    /** 核实. */
    VERIFY,
    /** 整改（一般）. */
    RECTIFY_SIMPLE,
    /** 整改（复杂）. */
    RECTIFY_COMPLEX,
    /** 反馈. */
    FEEDBACK,
    /** 回访. */
    REVISIT,
    /** 签收. */
    SIGN,
    /** 先行联系. */
    CONTACT,
    /** 答复. */
    REPLY,
    /** 办不成事办结. */
    CASE
  }

  /** What is counted. */
  public enum Unit {
    WORKDAY,
    NATURAL_DAY,
    /** Hours of the clock from the start on; the deadline is an instant. */
    HOUR
  }

  /** Where counting begins. */
  public enum StartRule {
    /** The day of the start is not counted (民法典 201). */
    NEXT_DAY,
    /** The day of the start is the first one; of hours, the clock runs at once. */
    SAME_DAY,
    /** As NEXT_DAY; a start on a day off or after the cut-off counts as on the next working day. */
    WORKDAY_NEXT_DAY,
    /** As SAME_DAY; a start on a day off or after the cut-off counts as on the next working day. */
    WORKDAY_SAME_DAY;

    boolean shifts() {
      return this == WORKDAY_NEXT_DAY || this == WORKDAY_SAME_DAY;
    }

    boolean countsStart() {
      return this == SAME_DAY || this == WORKDAY_SAME_DAY;
    }
  }

  /**
   * When something falls due.
   *
   * @param at on time is done ≤ at
   * @param provisional whether days of an unpublished calendar were counted
   */
  public record Due(Instant at, boolean provisional) implements Serializable {}

  /** Whether it is in force for what starts on this day. */
  boolean inForce(LocalDate start) {
    return (from == null || !start.isBefore(from)) && (to == null || !start.isAfter(to));
  }

  /** The deadline of what starts at an instant on a day that the calendar covers. */
  Due due(Instant start, WorkCalendar calendar) {
    if (unit == Unit.HOUR) {
      return new Due(start.plus(n, ChronoUnit.HOURS), false);
    }
    LocalDate begun = begun(start, calendar);
    if (unit == Unit.NATURAL_DAY) {
      LocalDate day = begun.plusDays(startRule.countsStart() ? n - 1L : n);
      boolean guessed = startRule.shifts() && provisional(begun, calendar);
      return new Due(Shanghai.endOfDay(day), guessed);
    }
    boolean counted = startRule.countsStart() && calendar.isWorkday(begun);
    LocalDate day = calendar.plusWorkdays(begun, counted ? n - 1 : n).date();
    return new Due(Shanghai.endOfDay(day), provisional(day, calendar));
  }

  private static boolean provisional(LocalDate day, WorkCalendar calendar) {
    return calendar.status(day) == WorkCalendar.Status.PROVISIONAL;
  }

  private LocalDate begun(Instant start, WorkCalendar calendar) {
    LocalDate date = Shanghai.date(start);
    if (!startRule.shifts()) {
      return date;
    }
    boolean late = cutoff != null && LocalTime.ofInstant(start, Shanghai.ZONE).isAfter(cutoff);
    return late || !calendar.isWorkday(date) ? calendar.plusWorkdays(date, 1).date() : date;
  }
}
