package hallmetrics.page;

import hallmetrics.time.Grain;
import hallmetrics.time.Period;
import org.jspecify.annotations.Nullable;

/** Heads of the columns of a period and of those it is compared with. */
final class Headings {
  private final Period period;

  Headings(Period period) {
    this.period = period;
  }

  /** A quarter's name stands under its year: in one line it is wider than its figures. */
  String period() {
    return period.grain() == Grain.QUARTER ? year(period) + "\n" + quarter(period) : period.title();
  }

  private static String year(Period period) {
    return Wording.of("year", "year", Figures.plain(period.last().getYear()));
  }

  private static String quarter(Period quarter) {
    return quarter.title().substring(year(quarter).length());
  }

  String previous() {
    return against("column.previousChange", period.previous());
  }

  String yearAgo() {
    return against("column.yearAgoChange", period.yearAgo());
  }

  private String against(String key, @Nullable Period other) {
    if (other == null) {
      return Wording.of(key);
    }
    boolean sameYear = other.last().getYear() == period.last().getYear();
    String name =
        switch (other.grain()) {
          case MONTH ->
              sameYear
                  ? Wording.of("month", "month", Figures.plain(other.first().getMonthValue()))
                  : other.title();
          case QUARTER -> sameYear ? quarter(other) : year(other) + "\n" + quarter(other);
          default -> other.title();
        };
    return Wording.of(key) + "\n" + Wording.of("column.against", "period", name);
  }
}
