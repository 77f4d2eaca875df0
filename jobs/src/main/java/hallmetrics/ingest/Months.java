package hallmetrics.ingest;

import java.time.LocalDate;
import java.time.YearMonth;

/** Ledger months as whole numbers, for arithmetic and compact sets. */
final class Months {
  private Months() {}

  /** Months since year 0 of a day. */
  static int of(LocalDate day) {
    return day.getYear() * 12 + day.getMonthValue() - 1;
  }

  /** Months since year 0 of an origin such as 2026-10. */
  static int of(String origin) {
    return of(YearMonth.parse(origin).atDay(1));
  }

  /** The origin (yyyy-MM) of months since year 0. */
  static String origin(int month) {
    return YearMonth.of(month / 12, month % 12 + 1).toString();
  }
}
