package hallmetrics.time;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span of whole days that figures are made for.
 *
 * @param first first day
 * @param last last day, included
 */
public record Period(Grain grain, LocalDate first, LocalDate last) implements Serializable {
  public Period {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "周期的末日早于首日（the period ends before it begins）：" + first + ".." + last);
    }
  }

  /** One day. */
  public static Period day(LocalDate day) {
    return new Period(Grain.DAY, day, day);
  }

  /** The month up to a day. Prints as the day, like {@link #day}. */
  public static Period monthToDate(LocalDate day) {
    return new Period(Grain.MTD, day.withDayOfMonth(1), day);
  }

  /** The ISO week that holds a day. */
  public static Period week(LocalDate day) {
    LocalDate monday = day.with(WeekFields.ISO.dayOfWeek(), 1);
    return new Period(Grain.WEEK, monday, monday.plusDays(6));
  }

  /** A month. */
  public static Period month(YearMonth month) {
    return new Period(Grain.MONTH, month.atDay(1), month.atEndOfMonth());
  }

  /** The quarter that holds a month. */
  public static Period quarter(YearMonth month) {
    YearMonth begin = month.minusMonths((month.getMonthValue() - 1) % 3);
    return new Period(Grain.QUARTER, begin.atDay(1), begin.plusMonths(2).atEndOfMonth());
  }

  /** A calendar year. */
  public static Period year(int year) {
    return new Period(Grain.YEAR, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  /** January up to a month. */
  public static Period yearToDate(YearMonth month) {
    return new Period(Grain.YTD, month.withMonth(1).atDay(1), month.atEndOfMonth());
  }

  /** Any span of days, both ends included. */
  public static Period range(LocalDate first, LocalDate last) {
    return new Period(Grain.RANGE, first, last);
  }

  /**
   * Reads {@code 2026-10-31}, {@code 2026-W43}, {@code 2026-10}, {@code 2026-Q3}, {@code 2026},
   * {@code 2026-10-YTD}, {@code 2011..2020} (years, months or days on both sides).
   *
   * @throws IllegalArgumentException with the examples, when it is none of them
   */
  public static Period parse(String text) {
    return PeriodText.parse(text);
  }

  /**
   * The month and, where they end with it, its quarter and its year: what is published when a month
   * is closed, in this order.
   */
  public static List<Period> closedWith(YearMonth month) {
    List<Period> closed = new ArrayList<>(List.of(month(month)));
    if (month.getMonthValue() % 3 == 0) {
      closed.add(quarter(month));
    }
    if (month.getMonthValue() == 12) {
      closed.add(year(month.getYear()));
    }
    return closed;
  }

  /**
   * The period before, of the same grain. Month to date: the month before to the same day (or its
   * last, where it is shorter). Year to date: up to the month before.
   *
   * @return null where there is none: a range, and the year to date of January
   */
  public @Nullable Period previous() {
    return switch (grain) {
      case DAY -> day(first.minusDays(1));
      case MTD -> monthToDate(last.minusMonths(1));
      case WEEK -> week(first.minusWeeks(1));
      case MONTH -> month(month().minusMonths(1));
      case QUARTER -> quarter(month().minusMonths(3));
      case YEAR -> year(first.getYear() - 1);
      case YTD -> last.getMonthValue() == 1 ? null : yearToDate(endMonth().minusMonths(1));
      case RANGE -> null;
    };
  }

  /**
   * The same period one year before; of a week, the week of the same number.
   *
   * @return null where there is none: a range, 29 February, a week 53
   */
  public @Nullable Period yearAgo() {
    LocalDate ago = last.minusYears(1);
    return switch (grain) {
      case DAY -> ago.getDayOfMonth() == last.getDayOfMonth() ? day(ago) : null;
      case MTD -> monthToDate(ago);
      case WEEK -> weekYearAgo();
      case MONTH -> month(month().minusYears(1));
      case QUARTER -> quarter(month().minusYears(1));
      case YEAR -> year(first.getYear() - 1);
      case YTD -> yearToDate(endMonth().minusYears(1));
      case RANGE -> null;
    };
  }

  private @Nullable Period weekYearAgo() {
    int number = first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    LocalDate ago =
        LocalDate.of(first.get(IsoFields.WEEK_BASED_YEAR) - 1, 1, 4)
            .with(WeekFields.ISO.dayOfWeek(), 1)
            .plusWeeks(number - 1L);
    return ago.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == number ? week(ago) : null;
  }

  /** Whether a day lies in the period. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** The months the period touches, in order. */
  public List<YearMonth> months() {
    List<YearMonth> months = new ArrayList<>();
    for (YearMonth m = month(); !m.isAfter(endMonth()); m = m.plusMonths(1)) {
      months.add(m);
    }
    return months;
  }

  /** The Chinese title: 2026年10月, 2026年第三季度, 2026年1—10月. */
  public String title() {
    return PeriodText.title(this);
  }

  /** The printed form that {@link #parse} reads; of a month to date, its day. */
  @Override
  public String toString() {
    return PeriodText.print(this);
  }

  private YearMonth month() {
    return YearMonth.from(first);
  }

  private YearMonth endMonth() {
    return YearMonth.from(last);
  }
}
