package hallmetrics.night;

import hallmetrics.ingest.IngestOutcome;
import hallmetrics.ingest.Refusal;
import hallmetrics.ingest.Unread;
import hallmetrics.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a person reads of a night's reading. */
final class Summary {
  private Summary() {}

  static List<String> of(IngestOutcome outcome) {
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
              + "，旧版 "
              + count(totals, "SUPERSEDED")
              + "，退回 "
              + count(totals, "REJECTED")
              + "。");
    }
    outcome.refused().forEach((file, why) -> lines.add(stayedOut(file, why)));
    outcome.findings().stream()
        .filter(finding -> finding.accepted())
        .forEach(
            finding ->
                lines.add("已按人工确认放行：" + finding.gate().title() + "（" + finding.subject() + "）。"));
    return lines;
  }

  private static String stayedOut(Unread file, Refusal why) {
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
        + "]。下一步：请报送方改正后重报，或移走该文件。";
  }

  private static String count(Map<String, Long> totals, String fate) {
    return Numbers.count(totals.getOrDefault(fate, 0L));
  }
}
