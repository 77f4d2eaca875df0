package hallmetrics.metrics;

import hallmetrics.source.SourceSpec;
import hallmetrics.time.WorkCalendar;
import java.time.LocalDate;
import java.time.YearMonth;

/** On which days a source should have something, by its {@code expect}. */
public final class Expected {
  private Expected() {}

  /** Whether something of a day is expected; of a month its last day stands for all. */
  public static boolean on(SourceSpec source, LocalDate day, WorkCalendar calendar) {
    String every = source.expectEvery();
    if (every == null) {
      return false;
    }
    return switch (every) {
      case "workday" -> calendar.covers(day) && calendar.isWorkday(day);
      case "month" -> day.equals(YearMonth.from(day).atEndOfMonth());
      default -> true;
    };
  }
}
