package hallmetrics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmetrics.fault.HallException;
import hallmetrics.time.DeadlinePolicy.Due;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinePoliciesTest {
  private static final WorkCalendar CALENDAR = WorkCalendar.builtIn();
  private static final DeadlinePolicies BUILT_IN = DeadlinePolicies.builtIn(CALENDAR);
  private static final String HEADER =
      "source,stage,n,unit,start_rule,cutoff_time,effective_from,effective_to\n";

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(Shanghai.ZONE).toInstant();
  }

  private static DeadlinePolicies policies(String rows) {
    return DeadlinePolicies.parse(HEADER + rows, "policy.csv", CALENDAR);
  }

  private static @Nullable String due(DeadlinePolicies policies, String start, String name) {
    Due due = policies.due(at(start), name);
    return due == null ? null : LocalDateTime.ofInstant(due.at(), Shanghai.ZONE).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "2021-09-17T10:00, RECTIFY_SIMPLE, 2021-09-26",
    "2021-09-30T23:59:59, RECTIFY_COMPLEX, 2021-10-27",
    "2024-02-03T08:00, VERIFY, 2024-02-04",
    "2026-02-13T00:00, hcp.RECTIFY_SIMPLE, 2026-02-27",
    "2026-10-12T09:00, hotline.SIGN, 2026-10-13",
    "2026-10-12T09:00, hotline.REPLY, 2026-10-21",
    "2026-10-12T09:00, message.REPLY, 2026-11-02",
    "2026-10-12T09:00, SIMPLE.CASE, 2026-10-12",
    "2026-10-17T09:00, SIMPLE.CASE, 2026-10-19",
    "2026-10-12T09:00, COMPLEX.CASE, 2026-10-19",
    "2026-10-12T09:00, VERY_COMPLEX.CASE, 2026-10-26"
  })
  void theBuiltInDeadlines(String start, String policy, String day) {
    assertThat(due(BUILT_IN, start, policy)).isEqualTo(day + "T23:59:59.999999");
  }

  @Test
  void theDayIsTheOneInShanghai() {
    Due due = BUILT_IN.due(Instant.parse("2026-10-12T16:00:00Z"), "VERIFY");
    assertThat(due).isEqualTo(new Due(Instant.parse("2026-10-14T15:59:59.999999Z"), false));
  }

  @Test
  void countingIntoAnUnpublishedYearIsProvisional() {
    assertThat(BUILT_IN.due(at("2026-12-30T09:00"), "VERIFY"))
        .extracting("provisional")
        .isEqualTo(false);
    assertThat(BUILT_IN.due(at("2026-12-30T09:00"), "RECTIFY_SIMPLE"))
        .extracting("provisional")
        .isEqualTo(true);
  }

  @Test
  void aStartOutsideTheCalendarHasNoDeadline() {
    assertThat(BUILT_IN.due(at("2006-12-29T09:00"), "VERIFY")).isNull();
    assertThat(BUILT_IN.due(at("2028-01-03T09:00"), "VERIFY")).isNull();
    assertThat(BUILT_IN.due(at("2027-12-31T09:00"), "RECTIFY_COMPLEX")).isNotNull();
  }

  @Test
  void thePolicyInForceOnTheStartDateCounts() {
    DeadlinePolicies changed =
        policies(
            "*,RECTIFY_SIMPLE,15,WORKDAY,NEXT_DAY,,,2025-12-31\n"
                + "*,RECTIFY_SIMPLE,5,WORKDAY,NEXT_DAY,,2026-01-01,\n"
                + "gd,RECTIFY_SIMPLE,7,NATURAL_DAY,NEXT_DAY,,2026-06-01,\n");
    assertThat(due(changed, "2025-12-31T09:00", "RECTIFY_SIMPLE")).startsWith("2026-01-22");
    assertThat(due(changed, "2026-01-04T09:00", "RECTIFY_SIMPLE")).startsWith("2026-01-09");
    assertThat(due(changed, "2026-03-02T09:00", "gd.RECTIFY_SIMPLE")).startsWith("2026-03-09");
    assertThat(due(changed, "2026-06-01T09:00", "gd.RECTIFY_SIMPLE")).startsWith("2026-06-08");
    assertThat(due(changed, "2026-06-01T09:00", "VERIFY")).isNull();
  }

  @Test
  void hoursRunByTheClock() {
    DeadlinePolicies hours = policies("beijing,SIGN,24,HOUR,SAME_DAY,,,\n");
    assertThat(due(hours, "2026-10-01T22:30:15", "beijing.SIGN")).isEqualTo("2026-10-02T22:30:15");
  }

  @ParameterizedTest
  @CsvSource({
    "NEXT_DAY, 2026-10-17T09:00, 2026-10-19",
    "WORKDAY_NEXT_DAY, 2026-10-17T09:00, 2026-10-20",
    "SAME_DAY, 2026-10-16T18:00, 2026-10-16",
    "SAME_DAY, 2026-10-17T09:00, 2026-10-19",
    "WORKDAY_SAME_DAY, 2026-10-17T09:00, 2026-10-19",
    "WORKDAY_NEXT_DAY, 2026-10-16T09:00, 2026-10-19"
  })
  void aStartOnADayOffCountsAsThePolicySays(String rule, String start, String day) {
    DeadlinePolicies policies = policies("*,REPLY,1,WORKDAY," + rule + ",,,\n");
    assertThat(due(policies, start, "REPLY")).startsWith(day);
  }

  @Test
  void aStartAfterTheCutOffCountsAsTheNextWorkingDay() {
    DeadlinePolicies policies = policies("*,REPLY,1,WORKDAY,WORKDAY_NEXT_DAY,17:30,,\n");
    assertThat(due(policies, "2026-10-15T17:30", "REPLY")).startsWith("2026-10-16");
    assertThat(due(policies, "2026-10-15T17:30:01", "REPLY")).startsWith("2026-10-19");
    DeadlinePolicies natural = policies("*,REPLY,7,NATURAL_DAY,WORKDAY_NEXT_DAY,17:30,,\n");
    assertThat(due(natural, "2026-10-16T18:00", "REPLY")).startsWith("2026-10-26");
  }

  @Test
  void anUnknownStageIsToldWithTheNearestOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BUILT_IN.due(at("2026-10-12T09:00"), "hotline.REPLAY"))
        .withMessageContaining("'REPLY'");
  }

  @Test
  void tellsEveryProblemOfTheRegister() {
    String rows =
        "*,VERIFY,1,WORKDAY,NEXT_DAY,,,\n"
            + "*,VERIFY,2,WORKDAY,NEXT_DAY,,2026-01-01,\n"
            + "*,RECTIFY,5,WORKDAY,NEXT_DAY,,,\n"
            + "*,REPLY,x,DAYS,NEXT_DAY,25:00,,\n"
            + "*,SIGN,4,HOUR,NEXT_DAY,,,\n"
            + "*,CONTACT,0,WORKDAY,SAME_DAY,,,\n"
            + "*,REVISIT,1,WORKDAY,NEXT_DAY,17:30,2026-02-01,2026-01-01\n"
            + ",CASE,1,WORKDAY,NEXT_DAY,,,\n";
    assertThatThrownBy(() -> policies(rows))
        .isInstanceOf(HallException.class)
        .hasMessageContaining("policy.csv:3: 与前面一行的有效期重叠")
        .hasMessageContaining("policy.csv:4: stage 'RECTIFY'")
        .hasMessageContaining("policy.csv:5: n 'x'")
        .hasMessageContaining("policy.csv:5: unit 'DAYS'")
        .hasMessageContaining("policy.csv:5: cutoff_time '25:00'")
        .hasMessageContaining("policy.csv:6: 按小时计")
        .hasMessageContaining("policy.csv:7: 当日计入")
        .hasMessageContaining("policy.csv:8: cutoff_time 只与")
        .hasMessageContaining("policy.csv:8: effective_to 早于")
        .hasMessageContaining("policy.csv:9: source 不能为空");
  }

  @Test
  void aFileThatIsNoCsvIsToldSo() {
    assertThatThrownBy(() -> policies("*,\"VERIFY,1,WORKDAY,NEXT_DAY,,,\n"))
        .isInstanceOf(HallException.class)
        .hasMessageContaining("policy.csv:");
  }
}
