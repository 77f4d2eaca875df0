package hallmetrics.command;

import hallmetrics.check.FileReading;
import hallmetrics.check.PlaceFinding;
import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.gate.Gate;
import hallmetrics.ingest.GateFinding;
import hallmetrics.record.FilePreview;
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
    boolean read = source.name().equals(reading.reader());
    if (reading.inside() && !read) {
      return notThere(source, reading);
    }
    if (reading.asOf() == null) {
      throw undated(file, source, reading);
    }
    if (!reading.gates().isEmpty()) {
      throw refused(file, reading.gates().get(0));
    }
    long rejected = reading.preview().records() - reading.preview().accepted();
    long lost = reading.places().stream().mapToLong(PlaceFinding::unassigned).max().orElse(0);
    return (read
            ? "结论：会被读入，没有闸门拦下"
            : "结论：没有闸门会拦，但文件名不合来源的 location（" + source.location() + "），放进报送目录也不会被读到")
        + (rejected == 0 ? "" : "；但" + rejected(reading.preview(), rejected))
        + (lost == 0 ? "" : "；但至少 " + Numbers.count(lost) + " 条会计入“未归属”，见上面的“归属”")
        + (read
            ? "。 It would be read; no gate refuses it."
            : "。 No source reads a file so called.");
  }

  private static String rejected(FilePreview preview, long rejected) {
    return (preview.accepted() == 0 ? "全部 " : "有 ")
        + Numbers.count(rejected)
        + " 条记录会被退回"
        + (preview.accepted() == 0 ? "，一条也不会计入" : "");
  }

  /** A night refuses nothing it does not read, so this is no fault of the file. */
  private static String notThere(SourceSpec source, FileReading reading) {
    String reader = reading.reader();
    StringBuilder sentence = new StringBuilder("结论：夜里不会这样读它：");
    sentence.append(
        reader == null
            ? "它在报送目录里的位置不合任何来源的 location，没有来源认领"
            : "在它所在的位置，它由来源 " + reader + " 读入，不由 " + source.name() + " 读入");
    if (reading.asOf() == null) {
      sentence.append("；而且看不出截至哪一天 [no-as-of]");
    }
    for (GateFinding gate : reading.gates()) {
      sentence.append("；而且").append(gate.sentence());
      sentence.append(" [").append(gate.gate().name()).append("]");
    }
    return sentence
        .append("。下一步：移到 ")
        .append(source.location())
        .append("，或改 ")
        .append(source.file())
        .append(" 的 location。 No night reads it so where it lies.")
        .toString();
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
