package hallmetrics.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Periods as text. */
final class PeriodText {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<year>[12]\\d{3})"
              + "(?:-(?:Q(?<quarter>[1-4])|W(?<week>\\d{2})"
              + "|(?<month>\\d{2})(?:-(?<day>\\d{2})|-(?<ytd>YTD))?))?");
  private static final String[] QUARTERS = {"一", "二", "三", "四"};

  private PeriodText() {}

  static Period parse(String text) {
    try {
      int dots = text.indexOf("..");
      if (dots < 0) {
        return single(text);
      }
      Period left = side(text.substring(0, dots));
      Period right = side(text.substring(dots + 2));
      return Period.range(left.first(), right.last());
    } catch (DateTimeException e) {
      throw unreadable(text, e);
    }
  }

  private static Period side(String text) {
    Period side = single(text);
    return switch (side.grain()) {
      case DAY, MONTH, YEAR -> side;
      default -> throw new DateTimeException("not a side of a range");
    };
  }

  private static Period single(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new DateTimeException("no form of a period");
    }
    int year = Integer.parseInt(form.group("year"));
    if (form.group("quarter") != null) {
      return Period.quarter(YearMonth.of(year, 3 * number(form, "quarter")));
    }
    if (form.group("week") != null) {
      return week(year, number(form, "week"));
    }
    if (form.group("month") == null) {
      return Period.year(year);
    }
    YearMonth month = YearMonth.of(year, number(form, "month"));
    if (form.group("day") != null) {
      return Period.day(LocalDate.of(year, month.getMonthValue(), number(form, "day")));
    }
    return form.group("ytd") != null ? Period.yearToDate(month) : Period.month(month);
  }

  private static int number(Matcher form, String group) {
    return Integer.parseInt(form.group(group));
  }

  private static Period week(int year, int number) {
    Period week = Period.week(LocalDate.of(year, 1, 4).plusWeeks(number - 1L));
    if (week.first().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) != number || number == 0) {
      throw new DateTimeException("no such week");
    }
    return week;
  }

  private static IllegalArgumentException unreadable(String text, DateTimeException cause) {
    return new IllegalArgumentException(
        "不认识的周期（not a period）'"
            + text
            + "'。例：2026-10-31、2026-W43、2026-10、2026-Q3、2026、2026-10-YTD、2011..2020",
        cause);
  }

  static String print(Period period) {
    LocalDate first = period.first();
    return switch (period.grain()) {
      case DAY, MTD -> period.last().toString();
      case WEEK -> format("%04d-W%02d", weekYear(first), weekNumber(first));
      case MONTH -> YearMonth.from(first).toString();
      case QUARTER -> format("%04d-Q%d", first.getYear(), quarter(first));
      case YEAR -> format("%04d", first.getYear());
      case YTD -> YearMonth.from(period.last()) + "-YTD";
      case RANGE -> range(period);
    };
  }

  private static String range(Period period) {
    return switch (fineness(period)) {
      case YEAR -> format("%04d..%04d", period.first().getYear(), period.last().getYear());
      case MONTH -> YearMonth.from(period.first()) + ".." + YearMonth.from(period.last());
      default -> period.first() + ".." + period.last();
    };
  }

  /** The coarsest of YEAR, MONTH and DAY whose whole units make the range. */
  private static Grain fineness(Period period) {
    boolean months =
        period.first().getDayOfMonth() == 1
            && period.last().equals(YearMonth.from(period.last()).atEndOfMonth());
    if (!months) {
      return Grain.DAY;
    }
    boolean years = period.first().getMonthValue() == 1 && period.last().getMonthValue() == 12;
    return years ? Grain.YEAR : Grain.MONTH;
  }

  static String title(Period period) {
    LocalDate first = period.first();
    int year = first.getYear();
    return switch (period.grain()) {
      case DAY -> day(first);
      case MTD -> first.equals(period.last()) ? day(first) : days(first, period.last());
      case WEEK -> weekYear(first) + "年第" + weekNumber(first) + "周";
      case MONTH -> month(first);
      case QUARTER -> year + "年第" + QUARTERS[quarter(first) - 1] + "季度";
      case YEAR -> year + "年";
      case YTD -> months(first, period.last());
      case RANGE -> rangeTitle(period);
    };
  }

  private static String rangeTitle(Period period) {
    LocalDate first = period.first();
    LocalDate last = period.last();
    return switch (fineness(period)) {
      case YEAR ->
          first.getYear() == last.getYear()
              ? first.getYear() + "年"
              : first.getYear() + "—" + last.getYear() + "年";
      case MONTH -> months(first, last);
      default -> first.equals(last) ? day(first) : days(first, last);
    };
  }

  private static String months(LocalDate first, LocalDate last) {
    if (YearMonth.from(first).equals(YearMonth.from(last))) {
      return month(first);
    }
    return first.getYear() == last.getYear()
        ? first.getYear() + "年" + first.getMonthValue() + "—" + last.getMonthValue() + "月"
        : month(first) + "—" + month(last);
  }

  private static String days(LocalDate first, LocalDate last) {
    if (first.getYear() != last.getYear()) {
      return day(first) + "—" + day(last);
    }
    String end = last.getDayOfMonth() + "日";
    return day(first)
        + "—"
        + (first.getMonthValue() == last.getMonthValue() ? end : last.getMonthValue() + "月" + end);
  }

  private static String month(LocalDate day) {
    return day.getYear() + "年" + day.getMonthValue() + "月";
  }

  private static String day(LocalDate day) {
    return month(day) + day.getDayOfMonth() + "日";
  }

  private static int weekYear(LocalDate day) {
    return day.get(IsoFields.WEEK_BASED_YEAR);
  }

  private static int weekNumber(LocalDate day) {
    return day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }

  private static int quarter(LocalDate day) {
    return day.get(IsoFields.QUARTER_OF_YEAR);
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
