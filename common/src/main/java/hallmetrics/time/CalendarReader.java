package hallmetrics.time;

import hallmetrics.fault.Problems;
import hallmetrics.time.WorkCalendar.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the register of days off and make-up working days. */
final class CalendarReader {
  private enum Listing {
    OFF,
    WORK
  }

  private final RegisterRows register;

  CalendarReader(String file, Problems problems) {
    this.register = new RegisterRows(file, problems);
  }

  /** The calendar, or null when the register has problems. */
  @Nullable WorkCalendar read(String text) {
    TreeMap<LocalDate, Entry> listed = new TreeMap<>();
    for (RegisterRows.Row row : register.read(text, List.of("date", "name", "kind"))) {
      LocalDate date = row.read("date", "日期，如 2026-10-01", LocalDate::parse);
      Listing listing = row.constant("kind", Listing.class);
      if (date != null && listing != null) {
        Entry entry = new Entry(row.text("name"), listing == Listing.OFF);
        if (listed.put(date, entry) != null) {
          row.problem("日期重复（date twice）：" + date);
        }
      }
    }
    TreeSet<Integer> years = publishedYears(listed);
    if (years.isEmpty() && register.sound()) {
      register.problem(1, "没有一年列出 1 月 1 日放假，而每年的通知都含这一天（no year has a day off on 1 January）");
    }
    years.forEach(year -> checkNext(year, years));
    return register.sound() ? new WorkCalendar(years.first(), years.last(), listed) : null;
  }

  private void checkNext(int year, TreeSet<Integer> years) {
    if (year < years.last() && !years.contains(year + 1)) {
      register.problem(1, "缺 " + (year + 1) + " 年的放假安排（no rows for the year）");
    }
  }

  /**
   * A year is published when its 1 January is listed as off: a notice may also list days of the
   * year before, which publish nothing about it.
   */
  private static TreeSet<Integer> publishedYears(TreeMap<LocalDate, Entry> listed) {
    TreeSet<Integer> years = new TreeSet<>();
    listed.forEach(
        (date, entry) -> {
          if (entry.off() && date.getDayOfYear() == 1) {
            years.add(date.getYear());
          }
        });
    return years;
  }
}
