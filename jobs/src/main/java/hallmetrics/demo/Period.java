package hallmetrics.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * What one regular delivery covers.
 *
 * @param asOf last day covered, the date in the file's name
 * @param from first second covered
 * @param to first second no longer covered
 * @param nightly whether it is one of the last nights
 */
record Period(LocalDate asOf, long from, long to, boolean nightly) {
  static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 10, 25);

  /** Thirteen whole months, the last month up to the nights, then one file a night. */
  static List<Period> all() {
    List<Period> periods = new ArrayList<>();
    LocalDate first = Moment.FIRST_DAY;
    while (first.isBefore(FIRST_NIGHT)) {
      LocalDate last = YearMonth.from(first).atEndOfMonth();
      if (!last.isBefore(FIRST_NIGHT)) {
        last = FIRST_NIGHT.minusDays(1);
      }
      periods.add(new Period(last, Moment.at(first, 0), Moment.at(last.plusDays(1), 0), false));
      first = last.plusDays(1);
    }
    while (!first.isAfter(Moment.LAST_DAY)) {
      periods.add(new Period(first, Moment.at(first, 0), Moment.at(first.plusDays(1), 0), true));
      first = first.plusDays(1);
    }
    return periods;
  }
}
