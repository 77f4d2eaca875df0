package hallmetrics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
  @ParameterizedTest
  @CsvSource({
    "2026-10-31, DAY, 2026-10-31, 2026-10-31, 2026年10月31日",
    "2026-W43, WEEK, 2026-10-19, 2026-10-25, 2026年第43周",
    "2026-W01, WEEK, 2025-12-29, 2026-01-04, 2026年第1周",
    "2026-W53, WEEK, 2026-12-28, 2027-01-03, 2026年第53周",
    "2026-10, MONTH, 2026-10-01, 2026-10-31, 2026年10月",
    "2024-02, MONTH, 2024-02-01, 2024-02-29, 2024年2月",
    "2026-Q3, QUARTER, 2026-07-01, 2026-09-30, 2026年第三季度",
    "2026-Q4, QUARTER, 2026-10-01, 2026-12-31, 2026年第四季度",
    "2026, YEAR, 2026-01-01, 2026-12-31, 2026年",
    "2026-10-YTD, YTD, 2026-01-01, 2026-10-31, 2026年1—10月",
    "2026-01-YTD, YTD, 2026-01-01, 2026-01-31, 2026年1月",
    "2011..2020, RANGE, 2011-01-01, 2020-12-31, 2011—2020年",
    "2025-11..2026-02, RANGE, 2025-11-01, 2026-02-28, 2025年11月—2026年2月",
    "2026-01..2026-06, RANGE, 2026-01-01, 2026-06-30, 2026年1—6月",
    "2026-10-05..2026-10-18, RANGE, 2026-10-05, 2026-10-18, 2026年10月5日—18日",
    "2026-09-28..2026-10-18, RANGE, 2026-09-28, 2026-10-18, 2026年9月28日—10月18日"
  })
  void readsAndPrints(String text, Grain grain, LocalDate first, LocalDate last, String title) {
    Period period = Period.parse(text);
    assertThat(period).isEqualTo(new Period(grain, first, last));
    assertThat(period).hasToString(text);
    assertThat(period.title()).isEqualTo(title);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "26",
        "2026-13",
        "2026-00",
        "2026-W00",
        "2026-W54",
        "2025-W53",
        "2026-02-29",
        "2026-Q5",
        "2026-1",
        "2026-10-ytd",
        "2026..",
        "..2026",
        "2026-Q1..2026-Q2",
        "2020..2011",
        "2026-10-1",
        "二〇二六",
        "2026 "
      })
  void refusesWithExamples(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Period.parse(text))
        .satisfies(refused -> assertThat(refused.getMessage()).containsAnyOf("2026-10-YTD", "早于"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-31, 2026-10-30, 2025-10-31",
    "2024-02-29, 2024-02-28,",
    "2026-W43, 2026-W42, 2025-W43",
    "2026-W01, 2025-W52, 2025-W01",
    "2026-W53, 2026-W52,",
    "2026-10, 2026-09, 2025-10",
    "2026-01, 2025-12, 2025-01",
    "2026-Q1, 2025-Q4, 2025-Q1",
    "2026, 2025, 2025",
    "2026-10-YTD, 2026-09-YTD, 2025-10-YTD",
    "2026-01-YTD,, 2025-01-YTD",
    "2011..2020,,"
  })
  void knowsThePeriodsItIsComparedWith(
      String text, @Nullable String previous, @Nullable String yearAgo) {
    Period period = Period.parse(text);
    assertThat(period.previous()).isEqualTo(previous == null ? null : Period.parse(previous));
    assertThat(period.yearAgo()).isEqualTo(yearAgo == null ? null : Period.parse(yearAgo));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-31, 2026-09-01, 2026-09-30, 2025-10-31",
    "2026-03-31, 2026-02-01, 2026-02-28, 2025-03-31",
    "2026-02-28, 2026-01-01, 2026-01-28, 2025-02-28",
    "2024-02-29, 2024-01-01, 2024-01-29, 2023-02-28",
    "2026-01-05, 2025-12-01, 2025-12-05, 2025-01-05"
  })
  void monthToDateIsComparedWithTheSameDays(
      LocalDate day, LocalDate first, LocalDate last, LocalDate yearAgo) {
    Period period = Period.monthToDate(day);
    assertThat(period.previous()).isEqualTo(new Period(Grain.MTD, first, last));
    assertThat(period.yearAgo()).isEqualTo(Period.monthToDate(yearAgo));
    assertThat(period).hasToString(day.toString());
  }

  @Test
  void monthToDateHasATitle() {
    assertThat(Period.monthToDate(LocalDate.of(2026, 10, 31)).title()).isEqualTo("2026年10月1日—31日");
    assertThat(Period.monthToDate(LocalDate.of(2026, 10, 1)).title()).isEqualTo("2026年10月1日");
  }

  @Test
  void knowsItsDaysAndMonths() {
    Period week = Period.parse("2026-W40");
    assertThat(week.months()).containsExactly(YearMonth.of(2026, 9), YearMonth.of(2026, 10));
    assertThat(week.contains(LocalDate.of(2026, 9, 28))).isTrue();
    assertThat(week.contains(LocalDate.of(2026, 10, 4))).isTrue();
    assertThat(week.contains(LocalDate.of(2026, 10, 5))).isFalse();
    assertThat(Period.parse("2026-10-YTD").months()).hasSize(10);
    assertThat(Period.day(LocalDate.of(2026, 10, 31)).months()).hasSize(1);
  }

  @Test
  void aClosedMonthClosesItsQuarterAndItsYear() {
    assertThat(Period.closedWith(YearMonth.of(2026, 10))).hasToString("[2026-10]");
    assertThat(Period.closedWith(YearMonth.of(2026, 9))).hasToString("[2026-09, 2026-Q3]");
    assertThat(Period.closedWith(YearMonth.of(2026, 12))).hasToString("[2026-12, 2026-Q4, 2026]");
  }

  @Test
  void whatItPrintsItReads() {
    Random random = new Random(2026);
    for (int seed = 0; seed < 3_000; seed++) {
      LocalDate day = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(15_000));
      YearMonth month = YearMonth.from(day);
      Period[] periods = {
        Period.day(day),
        Period.week(day),
        Period.month(month),
        Period.quarter(month),
        Period.year(day.getYear()),
        Period.yearToDate(month),
        Period.range(day, day.plusDays(random.nextInt(800)))
      };
      for (Period period : periods) {
        assertThat(Period.parse(period.toString())).isEqualTo(period);
        assertThat(period.contains(day)).as("%s holds %s", period, day).isTrue();
        Period previous = period.previous();
        if (previous != null && period.grain() != Grain.YTD) {
          assertThat(previous.last())
              .as("before %s", period)
              .isEqualTo(period.first().minusDays(1));
        }
      }
    }
  }
}
