package hallmetrics.night;

import hallmetrics.edition.FateRow;
import hallmetrics.ingest.IngestOutcome;
import hallmetrics.ingest.Refusal;
import hallmetrics.ingest.Unread;
import hallmetrics.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person reads of a night's reading. */
final class Summary {
  private static final int MOST_REASONS = 10;

  private Summary() {}

  /**
   * The lines.
   *
   * @param run id of the run by which the files count as read from now on; null where they do not
   */
  static List<String> of(IngestOutcome outcome, Advice advice, @Nullable String run) {
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
    List<String> rejected = rejected(outcome, advice.more(run));
    lines.addAll(rejected);
    if (run != null && !rejected.isEmpty()) {
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
    return "退回 " + files.size() + " 份文件：" + String.join("、", files);
  }

  private static String stayedOut(Unread file, Refusal why, Advice advice) {
    return "退回文件："
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

  /**
   * Why records were rejected, the most frequent first: file, reason, how many.
   *
   * @param more where a clerk sees the reasons that are not printed (Chinese)
   */
  static List<String> rejected(IngestOutcome outcome, String more) {
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
          "退回记录："
              + names.getOrDefault(row.delivery(), row.source())
              + "："
              + row.reason()
              + " "
              + Numbers.count(row.records())
              + " 条");
    }
    if (rows.size() > MOST_REASONS) {
      lines.add("退回记录：另有 " + (rows.size() - MOST_REASONS) + " 种，" + more);
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
