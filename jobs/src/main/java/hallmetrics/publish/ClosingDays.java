package hallmetrics.publish;

import hallmetrics.edition.Editions;
import hallmetrics.run.Workplace;
import hallmetrics.time.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Which periods a night also closes: last month, and the quarter and year that ended with it. */
public final class ClosingDays {
  private ClosingDays() {}

  /** Periods to publish with the night of a day: closed by then and without an edition. */
  public static List<Period> due(Workplace workplace, Editions editions, LocalDate day) {
    if (day.getDayOfMonth() < workplace.site().options().closeDay()) {
      return List.of();
    }
    return Period.closedWith(YearMonth.from(day).minusMonths(1)).stream()
        .filter(period -> editions.newest(period.toString()) == 0)
        .toList();
  }
}
