package hallmetrics.demo;

import hallmetrics.time.WorkCalendar;
import java.time.LocalDate;

/** Which days the halls work, by the calendar that hall itself counts with. */
final class Workdays {
  private final WorkCalendar calendar = WorkCalendar.builtIn();

  boolean works(LocalDate day) {
    return calendar.isWorkday(day);
  }

  /** The n-th working day after a day, the day itself not counted. */
  LocalDate after(LocalDate day, int n) {
    return calendar.plusWorkdays(day, n).date();
  }

  /** The day itself if it is worked, else the next that is. */
  LocalDate onOrAfter(LocalDate day) {
    return works(day) ? day : after(day, 1);
  }
}
