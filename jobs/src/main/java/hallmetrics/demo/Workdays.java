package hallmetrics.demo;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Which days the halls work, by the notices of holidays and make-up days. */
final class Workdays {
  private final Map<LocalDate, Boolean> working;

  /**
   * @param working days a notice names: true for a make-up day, false for a day off
   */
  Workdays(Map<LocalDate, Boolean> working) {
    this.working = Map.copyOf(working);
  }

  /** Reads {@code registers/calendar.csv} of a conf folder. */
  static Workdays read(Path conf) {
    Map<LocalDate, Boolean> working = new HashMap<>();
    City.rows(conf.resolve("registers/calendar.csv"))
        .forEach(
            row ->
                working.put(
                    LocalDate.parse(row.getField("date")), row.getField("kind").equals("work")));
    return new Workdays(working);
  }

  boolean works(LocalDate day) {
    Boolean named = working.get(day);
    if (named != null) {
      return named;
    }
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /** The n-th working day after a day, the day itself not counted. */
  LocalDate after(LocalDate day, int n) {
    LocalDate result = day;
    int left = n;
    while (left > 0) {
      result = result.plusDays(1);
      if (works(result)) {
        left--;
      }
    }
    return result;
  }

  /** The day itself if it is worked, else the next that is. */
  LocalDate onOrAfter(LocalDate day) {
    return works(day) ? day : after(day, 1);
  }
}
