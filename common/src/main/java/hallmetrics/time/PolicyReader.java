package hallmetrics.time;

import hallmetrics.fault.Problems;
import hallmetrics.time.DeadlinePolicy.Stage;
import hallmetrics.time.DeadlinePolicy.StartRule;
import hallmetrics.time.DeadlinePolicy.Unit;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the register of deadline policies. */
final class PolicyReader {
  private static final int MOST = 500;
  private static final List<String> COLUMNS =
      List.of(
          "source",
          "stage",
          "n",
          "unit",
          "start_rule",
          "cutoff_time",
          "effective_from",
          "effective_to");

  private final RegisterRows register;

  PolicyReader(String file, Problems problems) {
    this.register = new RegisterRows(file, problems);
  }

  /** The rows, or null when the register has problems. */
  @Nullable List<DeadlinePolicy> read(String text) {
    List<DeadlinePolicy> policies = new ArrayList<>();
    for (RegisterRows.Row row : register.read(text, COLUMNS)) {
      DeadlinePolicy policy = policy(row);
      if (policy != null) {
        check(row, policy, policies);
        policies.add(policy);
      }
    }
    return register.sound() ? policies : null;
  }

  private static @Nullable DeadlinePolicy policy(RegisterRows.Row row) {
    Stage stage = row.constant("stage", Stage.class);
    Integer n = row.read("n", "0 到 " + MOST + " 的整数", PolicyReader::number);
    Unit unit = row.constant("unit", Unit.class);
    StartRule rule = row.constant("start_rule", StartRule.class);
    LocalTime cutoff = row.readIfGiven("cutoff_time", "时刻，如 17:30", LocalTime::parse);
    LocalDate from = row.readIfGiven("effective_from", "日期，如 2026-01-01", LocalDate::parse);
    LocalDate to = row.readIfGiven("effective_to", "日期，如 2026-12-31", LocalDate::parse);
    if (row.text("source").isEmpty()) {
      row.problem("source 不能为空，适用全部时写 *");
    }
    if (stage == null || n == null || unit == null || rule == null || !row.sound()) {
      return null;
    }
    return new DeadlinePolicy(row.text("source"), stage, n, unit, rule, cutoff, from, to);
  }

  private static int number(String text) {
    int n = Integer.parseInt(text);
    if (n < 0 || n > MOST) {
      throw new IllegalArgumentException(text);
    }
    return n;
  }

  private static void check(
      RegisterRows.Row row, DeadlinePolicy policy, List<DeadlinePolicy> before) {
    if (policy.unit() == Unit.HOUR && policy.startRule() != StartRule.SAME_DAY) {
      row.problem("按小时计的期限从起点即时起算，start_rule 应为 SAME_DAY");
    }
    if (policy.unit() != Unit.HOUR && policy.startRule().countsStart() && policy.n() == 0) {
      row.problem("当日计入的期限 n 至少为 1");
    }
    if (policy.cutoff() != null && !policy.startRule().shifts()) {
      row.problem("cutoff_time 只与 WORKDAY_NEXT_DAY、WORKDAY_SAME_DAY 同用");
    }
    if (policy.from() != null && policy.to() != null && policy.to().isBefore(policy.from())) {
      row.problem("effective_to 早于 effective_from");
      return;
    }
    for (DeadlinePolicy other : before) {
      if (other.source().equals(policy.source())
          && other.stage() == policy.stage()
          && overlap(other, policy)) {
        row.problem("与前面一行的有效期重叠（overlaps an earlier row）：" + name(policy));
      }
    }
  }

  private static String name(DeadlinePolicy policy) {
    return policy.source() + "." + policy.stage();
  }

  private static boolean overlap(DeadlinePolicy one, DeadlinePolicy other) {
    return begins(one, other) && begins(other, one);
  }

  private static boolean begins(DeadlinePolicy one, DeadlinePolicy other) {
    return one.from() == null || other.to() == null || !one.from().isAfter(other.to());
  }
}
