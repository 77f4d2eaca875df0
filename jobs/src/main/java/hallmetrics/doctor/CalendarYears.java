package hallmetrics.doctor;

import hallmetrics.time.WorkCalendar;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.IntStream;

/** Years whose calendar should be in the register by now: this one, from December on the next. */
public final class CalendarYears {
  private CalendarYears() {}

  /** The years that are due and not there, the nearest first. */
  public static List<Integer> due(WorkCalendar calendar, LocalDate today) {
    int needed = today.getMonth() == Month.DECEMBER ? today.getYear() + 1 : today.getYear();
    return IntStream.rangeClosed(calendar.lastPublishedYear() + 1, needed).boxed().toList();
  }
}
