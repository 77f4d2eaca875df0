package hallmetrics.command;

import hallmetrics.check.FileReading;
import hallmetrics.check.PlaceFinding;
import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.gate.Gate;
import hallmetrics.ingest.GateFinding;
import hallmetrics.source.SourceSpec;
import hallmetrics.text.Numbers;

/** What a night with only this file would make of it. */
final class CheckVerdict {
  private CheckVerdict() {}

  /**
   * The last line of a file that would be read.
   *
   * @param file its name as it may be printed
   * @throws HallException exit 3, when a night would refuse it, or be refused because of it
   */
  static String of(String file, SourceSpec source, FileReading reading) {
    if (reading.asOf() == null) {
      throw undated(file, source, reading);
    }
    if (!reading.gates().isEmpty()) {
      throw refused(file, reading.gates().get(0));
    }
    long lost = reading.places().stream().mapToLong(PlaceFinding::unknown).max().orElse(0);
    return "结论：会被读入，没有闸门拦下"
        + (lost == 0 ? "" : "；但至少 " + Numbers.count(lost) + " 条会计入“未归属”，见上面的“归属”")
        + "。 It would be read; no gate refuses it.";
  }

  private static HallException undated(String file, SourceSpec source, FileReading reading) {
    String pattern = source.asOfPattern();
    StringBuilder sentence =
        new StringBuilder("这份文件会被整份退回：")
            .append(pattern == null ? "来源没有写 as_of" : "文件名不合来源的 as_of: \"" + pattern + "\"")
            .append("，看不出截至哪一天");
    for (GateFinding gate : reading.gates()) {
      sentence.append("；另外，").append(gate.sentence());
      sentence.append(" [").append(gate.gate().name()).append("]");
    }
    return HallException.of("no-as-of", ExitStatus.REFUSED, sentence.toString())
        .english("the file would be refused: nothing says which day it speaks for")
        .where(file)
        .next("改文件名，或改 " + source.file() + " 的 as_of，或用 hall ingest 文件 --as-of 日期 读入。")
        .build();
  }

  private static HallException refused(String file, GateFinding finding) {
    boolean alone = finding.gate().level() == Gate.Level.DELIVERY;
    return HallException.of(
            finding.gate().name(),
            ExitStatus.REFUSED,
            (alone ? "这份文件会被整份退回：" : "单是这份文件就会让整晚被拦下：") + finding.sentence())
        .english(alone ? "a gate would keep the file out" : "a gate would refuse the night")
        .where(file)
        .next(finding.gate().next())
        .build();
  }
}
