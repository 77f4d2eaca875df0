package hallmetrics.command;

import hallmetrics.check.FileReading;
import hallmetrics.record.FilePreview;
import hallmetrics.record.FilePreview.Column;
import hallmetrics.record.FilePreview.Value;
import hallmetrics.schema.TableSchema;
import hallmetrics.source.SourceSpec;
import hallmetrics.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** A mapped file as a clerk confirms it: column, meaning, values, what would be rejected. */
final class PreviewPrint {
  private PreviewPrint() {}

  static List<String> lines(String file, SourceSpec source, TableSchema into, FileReading reading) {
    FilePreview preview = reading.preview();
    List<String> lines = new ArrayList<>();
    lines.addAll(head(file, source, into, reading));
    lines.add("");
    lines.addAll(columns(preview));
    lines.add("");
    List<String> places = PlacePrint.lines(reading.places());
    if (!places.isEmpty()) {
      lines.addAll(places);
      lines.add("");
    }
    lines.addAll(foot(source, reading));
    return lines;
  }

  private static List<String> head(
      String file, SourceSpec source, TableSchema into, FileReading reading) {
    FilePreview preview = reading.preview();
    List<String> lines = new ArrayList<>();
    lines.add(
        file
            + "：来源 "
            + source.name()
            + "（"
            + source.title()
            + "）→ 表 "
            + into.name()
            + "（"
            + into.title()
            + "），编码 "
            + preview.encoding()
            + (reading.asOf() == null ? "，看不出截至哪一天" : "，截至 " + reading.asOf()));
    if (preview.repeated() > 0) {
      lines.add(
          "有 " + Numbers.count(preview.repeated()) + " 条的编号（或整行）在前面出现过：同一编号只计最新一版，整行相同的按来源的约定。");
    }
    return lines;
  }

  private static List<String> foot(SourceSpec source, FileReading reading) {
    FilePreview preview = reading.preview();
    List<String> lines = new ArrayList<>();
    String unmapped =
        preview.columns().stream()
            .filter(column -> column.meaning().equals("未映射"))
            .map(Column::header)
            .collect(Collectors.joining("、"));
    if (!unmapped.isEmpty()) {
      lines.add("没有映射、不会读入的列：" + unmapped);
    }
    lines.add(
        "共 "
            + Numbers.count(preview.records())
            + " 条：可入账 "
            + Numbers.count(preview.accepted())
            + "，会退回 "
            + Numbers.count(preview.records() - preview.accepted())
            + (preview.reasons().isEmpty() ? "" : "（" + counts(preview.reasons()) + "）")
            + "。");
    lines.add("下一步：逐列确认含义与代码方向；要改的改 " + source.file() + "。 Confirm every column.");
    return lines;
  }

  private static List<String> columns(FilePreview preview) {
    List<String> lines = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (Column column : preview.columns()) {
      rows.add(
          List.of(
              column.header().isEmpty() ? "（算出）" : column.header(),
              column.field(),
              brief(column.meaning()),
              column.empty() == 0 ? "" : Numbers.count(column.empty()),
              counts(column.rejected())));
    }
    List<String> table = Columns.lines(List.of("列", "标准列", "含义", "空值", "会退回"), rows);
    lines.add(table.get(0));
    for (int i = 0; i < rows.size(); i++) {
      lines.add(table.get(i + 1));
      Column column = preview.columns().get(i);
      String how = column.meaning().substring(brief(column.meaning()).length());
      lines.add("    取值" + how + "：" + values(column));
      if (!column.examples().isEmpty()) {
        lines.add("    会退回的例：" + String.join("；", column.examples()));
      }
    }
    return lines;
  }

  /** What it is, without how it is made. */
  private static String brief(String meaning) {
    int how = meaning.indexOf("（由表达式");
    return how < 0 ? meaning : meaning.substring(0, how);
  }

  private static String values(Column column) {
    String shown =
        column.values().stream().map(PreviewPrint::value).collect(Collectors.joining("；"));
    return column.more() ? shown + "；……" : shown;
  }

  private static String value(Value value) {
    String becomes = value.becomes().isEmpty() ? "" : "→" + value.becomes();
    String several = value.distinct() > 1 ? "（" + value.distinct() + " 个不同的值）" : "";
    return value.masked() + several + becomes + " ×" + Numbers.count(value.records());
  }

  private static String counts(SortedMap<String, Long> reasons) {
    return reasons.entrySet().stream()
        .map(entry -> entry.getKey() + " " + Numbers.count(entry.getValue()) + " 条")
        .collect(Collectors.joining("，"));
  }
}
