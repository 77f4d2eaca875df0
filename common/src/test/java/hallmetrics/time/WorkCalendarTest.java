package hallmetrics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmetrics.fault.HallException;
import hallmetrics.fault.Problems;
import hallmetrics.time.WorkCalendar.DueDate;
import hallmetrics.time.WorkCalendar.Kind;
import hallmetrics.time.WorkCalendar.Status;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {
  private static final WorkCalendar CALENDAR = WorkCalendar.builtIn();

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @ParameterizedTest
  @CsvSource({
    "2021-09-17, 5, 2021-09-26",
    "2026-02-13, 5, 2026-02-27",
    "2025-12-31, 5, 2026-01-08",
    "2021-09-30, 15, 2021-10-27",
    "2022-01-28, 5, 2022-02-09",
    "2024-02-03, 1, 2024-02-04",
    "2023-09-28, 5, 2023-10-11",
    "2022-12-30, 1, 2023-01-03"
  })
  void goldenDueDates(LocalDate start, int n, LocalDate due) {
    assertThat(CALENDAR.plusWorkdays(start, n)).isEqualTo(new DueDate(due, false));
    assertThat(CALENDAR.workdaysBetween(start, due)).isEqualTo(n);
  }

  @ParameterizedTest
  @CsvSource({
    "2021, 20 17 23 22 19 21 22 22 22 17 22 23",
    "2022, 21 16 23 21 20 21 21 23 21 18 22 22",
    "2023, 18 20 23 20 21 21 21 23 20 19 22 21",
    "2024, 22 18 21 22 21 19 23 22 21 19 21 22",
    "2025, 19 19 21 22 19 20 23 21 23 18 20 23",
    "2026, 21 16 22 21 19 21 23 21 22 18 21 23"
  })
  void workingDaysOfEveryMonth(int year, String counts) {
    List<String> found = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      YearMonth m = YearMonth.of(year, month);
      int days = CALENDAR.workdaysBetween(m.atDay(1).minusDays(1), m.atEndOfMonth());
      found.add(Integer.toString(days));
    }
    assertThat(String.join(" ", found)).isEqualTo(counts);
  }

  @ParameterizedTest
  @CsvSource({
    "2021, 250, 02-07 02-20 04-25 05-08 09-18 09-26 10-09",
    "2022, 249, 01-29 01-30 04-02 04-24 05-07 10-08 10-09",
    "2023, 249, 01-28 01-29 04-23 05-06 06-25 10-07 10-08",
    "2024, 251, 02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
    "2025, 248, 01-26 02-08 04-27 09-28 10-11",
    "2026, 248, 01-04 02-14 02-28 05-09 09-20 10-10"
  })
  void workingAndMakeUpDaysOfEveryYear(int year, int workdays, String makeUps) {
    LocalDate last = LocalDate.of(year, 12, 31);
    List<String> found = new ArrayList<>();
    for (LocalDate d = LocalDate.of(year, 1, 1); !d.isAfter(last); d = d.plusDays(1)) {
      if (CALENDAR.kind(d) == Kind.MAKEUP) {
        found.add(d.toString().substring(5));
      }
    }
    assertThat(CALENDAR.workdaysBetween(last.minusYears(1), last)).isEqualTo(workdays);
    assertThat(String.join(" ", found)).isEqualTo(makeUps);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-08, WORKDAY",
    "2026-10-10, MAKEUP",
    "2026-10-17, WEEKEND",
    "2026-10-01, HOLIDAY",
    "2026-10-03, HOLIDAY",
    "2022-12-31, HOLIDAY"
  })
  void everyDayHasAKind(LocalDate date, Kind kind) {
    assertThat(CALENDAR.kind(date)).isEqualTo(kind);
    assertThat(CALENDAR.isWorkday(date)).isEqualTo(kind == Kind.WORKDAY || kind == Kind.MAKEUP);
  }

  @Test
  void holidaysHaveNames() {
    assertThat(CALENDAR.holidayName(day("2026-10-10"))).isEqualTo("国庆节");
    assertThat(CALENDAR.holidayName(day("2026-10-12"))).isNull();
  }

  @Test
  void coversThePublishedYearsAndTheNext() {
    assertThat(CALENDAR.covers(day("2006-12-31"))).isFalse();
    assertThat(CALENDAR.covers(day("2007-01-01"))).isTrue();
    assertThat(CALENDAR.covers(day("2027-12-31"))).isTrue();
    assertThat(CALENDAR.covers(day("2028-01-01"))).isFalse();
    assertThat(CALENDAR.first()).isEqualTo("2007-01-01");
    assertThat(CALENDAR.last()).isEqualTo("2027-12-31");
    assertThat(CALENDAR.lastPublishedYear()).isEqualTo(2026);
  }

  @Test
  void anUnpublishedYearIsProvisional() {
    assertThat(CALENDAR.status(day("2026-12-31"))).isEqualTo(Status.OFFICIAL);
    assertThat(CALENDAR.status(day("2027-01-01"))).isEqualTo(Status.PROVISIONAL);
    assertThat(CALENDAR.isWorkday(day("2027-01-01"))).as("weekends only").isTrue();
    assertThat(CALENDAR.plusWorkdays(day("2026-12-30"), 1))
        .isEqualTo(new DueDate(day("2026-12-31"), false));
    assertThat(CALENDAR.plusWorkdays(day("2026-12-30"), 2))
        .isEqualTo(new DueDate(day("2027-01-01"), true));
    assertThat(CALENDAR.plusWorkdays(day("2027-12-31"), 15).provisional()).isTrue();
  }

  @Test
  void countsBackwardsAndStaysWhereItIs() {
    assertThat(CALENDAR.plusWorkdays(day("2026-10-08"), -1).date()).isEqualTo("2026-09-30");
    assertThat(CALENDAR.plusWorkdays(day("2026-10-03"), -2).date()).isEqualTo("2026-09-29");
    assertThat(CALENDAR.plusWorkdays(day("2026-10-03"), 0).date()).isEqualTo("2026-10-03");
    assertThat(CALENDAR.workdaysBetween(day("2026-10-08"), day("2026-09-30"))).isEqualTo(-1);
    assertThat(CALENDAR.workdaysBetween(day("2026-10-01"), day("2026-10-07"))).isZero();
  }

  @Test
  void countingAgreesWithWalking() {
    Random random = new Random(34);
    for (int seed = 0; seed < 2_000; seed++) {
      LocalDate from = day("2007-03-01").plusDays(random.nextInt(7_200));
      int n = 1 + random.nextInt(30);
      LocalDate walked = from;
      int passed = 0;
      while (passed < n) {
        walked = walked.plusDays(1);
        passed += CALENDAR.isWorkday(walked) ? 1 : 0;
      }
      assertThat(CALENDAR.plusWorkdays(from, n).date()).as("%s + %d", from, n).isEqualTo(walked);
      assertThat(CALENDAR.workdaysBetween(from, walked)).isEqualTo(n);
      LocalDate back = CALENDAR.plusWorkdays(walked, -n).date();
      assertThat(CALENDAR.workdaysBetween(back, walked)).isEqualTo(n);
    }
  }

  @Test
  void outOfReachIsAnArgumentFault() {
    assertThatIllegalArgumentException().isThrownBy(() -> CALENDAR.isWorkday(day("2006-12-31")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CALENDAR.workdaysBetween(day("2026-01-01"), day("2099-01-01")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CALENDAR.plusWorkdays(day("2007-01-04"), -5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CALENDAR.plusWorkdays(day("2027-01-04"), 5_000));
  }

  @Test
  void tellsEveryProblemOfTheRegister() {
    String csv =
        "date,name,kind\n2026-01-01,元旦,off\n2026-02-30,春节,off\n2026-05-01,劳动节,holiday\n"
            + "2026-01-01,元旦,off\n";
    assertThatThrownBy(() -> WorkCalendar.parse(csv, "registers/calendar.csv"))
        .isInstanceOf(HallException.class)
        .hasMessageContaining("registers/calendar.csv:3: date '2026-02-30'")
        .hasMessageContaining("registers/calendar.csv:4: kind 'holiday'")
        .hasMessageContaining("registers/calendar.csv:5: 日期重复");
  }

  @Test
  void aYearLeftOutIsAProblemAndSoIsNoYear() {
    Problems problems = new Problems();
    String gap = "date,name,kind\n2024-01-01,元旦,off\n2026-01-01,元旦,off\n";
    assertThat(WorkCalendar.parse(gap, "c.csv", problems)).isNull();
    assertThat(WorkCalendar.parse("date,name,kind\n2026-05-01,x,off\n", "d.csv", problems))
        .isNull();
    assertThat(WorkCalendar.parse("date,kind\n2026-01-01,off\n", "e.csv", problems)).isNull();
    assertThat(problems.list())
        .extracting(Object::toString)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("c.csv:1: 缺 2025 年"),
            second -> assertThat(second).startsWith("d.csv:1: 没有一年"),
            third -> assertThat(third).startsWith("e.csv:1: 缺少列"));
  }

  @Test
  void travelsToTheExecutors() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(DeadlinePolicies.builtIn(CALENDAR));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      DeadlinePolicies copy = (DeadlinePolicies) in.readObject();
      assertThat(copy.names()).isEqualTo(DeadlinePolicies.builtIn(CALENDAR).names());
    }
  }
}
