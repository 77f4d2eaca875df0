package hallmetrics.night;

import hallmetrics.edition.FateRow;
import hallmetrics.ingest.GateFinding;
import hallmetrics.ingest.IngestOutcome;
import hallmetrics.text.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What a person reads of the gate that refused a night. */
final class Barred {
  private Barred() {}

  /** One line: the gate, the source, its counts, the commonest reason, the file it is most of. */
  static String cause(GateFinding finding, IngestOutcome outcome) {
    List<FateRow> rejected =
        outcome.fates().stream()
            .filter(row -> row.fate().equals("REJECTED"))
            .filter(row -> row.source().equals(finding.subject()))
            .toList();
    Map<String, String> names = new TreeMap<>();
    outcome.read().forEach(file -> names.put(file.delivery().sha256(), file.delivery().name()));
    return "本晚被“"
        + finding.gate().title()
        + "”拦下：来源 "
        + finding.subject()
        + " 的 "
        + Numbers.count(finding.among())
        + " 条中退回 "
        + Numbers.count(finding.counted())
        + " 条"
        + most("最多的原因 ", rejected, row -> String.valueOf(row.reason()))
        + most("最多的文件 ", rejected, row -> names.getOrDefault(row.delivery(), row.delivery()))
        + "。";
  }

  private static String most(String what, List<FateRow> rows, Function<FateRow, String> by) {
    Map<String, Long> sums = new TreeMap<>();
    rows.forEach(row -> sums.merge(by.apply(row), row.records(), Long::sum));
    return sums.entrySet().stream()
        .max(
            Comparator.comparingLong((Map.Entry<String, Long> one) -> one.getValue())
                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
        .map(one -> "，" + what + one.getKey() + " " + Numbers.count(one.getValue()) + " 条")
        .orElse("");
  }
}
