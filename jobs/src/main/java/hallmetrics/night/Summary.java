package hallmetrics.night;

import hallmetrics.edition.FateRow;
import hallmetrics.ingest.GateFinding;
import hallmetrics.ingest.IngestOutcome;
import hallmetrics.ingest.Refusal;
import hallmetrics.ingest.Unread;
import hallmetrics.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a person reads of a night's reading. */
final class Summary {
  private static final int MOST_REASONS = 10;

  private Summary() {}

  /**
   * The lines.
   *
   * @param decided whether the files count as read from now on
   */
  static List<String> of(IngestOutcome outcome, Advice advice, boolean decided) {
    List<String> lines = new ArrayList<>();
    Map<String, Long> totals = outcome.totals();
    long records = totals.values().stream().mapToLong(Long::longValue).sum();
    if (records > 0) {
      lines.add(
          "读取 "
              + outcome.read().size()
              + " 份报送、"
              + Numbers.count(records)
              + " 条记录：入账 "
              + count(totals, "ACCEPTED")
              + "，重复 "
              + count(totals, "DUPLICATE")
              + "，早于已有版本 "
              + count(totals, "SUPERSEDED")
              + "，退回 "
              + count(totals, "REJECTED")
              + "。");
    }
    List<String> rejected = rejected(outcome);
    lines.addAll(rejected);
    if (decided && !rejected.isEmpty()) {
      lines.add("这些记录所在的文件已读过，改配置只对以后的文件起作用：请报送方把它们重报一份（内容有变的新文件）。");
    }
    outcome.refused().forEach((file, why) -> lines.add(stayedOut(file, why, advice)));
    outcome.findings().stream()
        .filter(finding -> finding.accepted())
        .forEach(
            finding ->
                lines.add("已按人工确认放行：" + finding.gate().title() + "（" + finding.subject() + "）。"));
    return lines;
  }

  /** One line of all files that stayed out. */
  static String stayedOut(IngestOutcome outcome) {
    List<String> files = new ArrayList<>();
    outcome
        .refused()
        .forEach((file, why) -> files.add(file.delivery().name() + " [" + why.code() + "]"));
    return files.size() + " 份报送未接收：" + String.join("、", files);
  }

  /** One line of the gate that refused the night. */
  static String refused(GateFinding finding) {
    return "本晚被“"
        + finding.gate().title()
        + "”拦下：来源 "
        + finding.subject()
        + " 的 "
        + Numbers.count(finding.among())
        + " 条中有 "
        + Numbers.count(finding.counted())
        + " 条。";
  }

  private static String stayedOut(Unread file, Refusal why, Advice advice) {
    return "未接收："
        + file.delivery().name()
        + "（"
        + file.source().title()
        + "）"
        + (why.position().isEmpty() ? "" : "，" + why.position())
        + "："
        + why.sentence()
        + " ["
        + why.code()
        + "]。下一步："
        + advice.of(file, why);
  }

  /** Why records were rejected, the most frequent first: file, reason, how many. */
  static List<String> rejected(IngestOutcome outcome) {
    Map<String, String> names = new HashMap<>();
    outcome.read().forEach(file -> names.put(file.delivery().sha256(), file.delivery().name()));
    List<FateRow> rows =
        outcome.fates().stream()
            .filter(row -> row.fate().equals("REJECTED"))
            .sorted(Comparator.comparingLong(FateRow::records).reversed())
            .toList();
    List<String> lines = new ArrayList<>();
    for (FateRow row : rows.subList(0, Math.min(rows.size(), MOST_REASONS))) {
      lines.add(
          "退回："
              + names.getOrDefault(row.delivery(), row.source())
              + "："
              + row.reason()
              + " "
              + Numbers.count(row.records())
              + " 条");
    }
    if (rows.size() > MOST_REASONS) {
      lines.add("退回：另有 " + (rows.size() - MOST_REASONS) + " 种，见 night.quarantine");
    }
    if (!rows.isEmpty()) {
      lines.add("下一步：用 hall check 文件 看是哪些值；来源配置要改的改 sources，数据要改的请报送方改正。");
    }
    return lines;
  }

  private static String count(Map<String, Long> totals, String fate) {
    return Numbers.count(totals.getOrDefault(fate, 0L));
  }
}
