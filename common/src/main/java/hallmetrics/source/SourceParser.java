package hallmetrics.source;

import hallmetrics.fault.Nearest;
import hallmetrics.schema.TableSchema;
import hallmetrics.yaml.YamlMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one source file; what it cannot read it reports and goes on. */
final class SourceParser {
  private static final Set<String> KEYS =
      Set.of(
          "source",
          "title",
          "into",
          "system",
          "format",
          "location",
          "as_of",
          "encoding",
          "delimiter",
          "sheet",
          "header_row",
          "without_id",
          "latest_per_key",
          "event_date",
          "expect",
          "nulls",
          "ignore",
          "fields");
  private static final List<String> FORMATS = List.of("csv", "tsv", "xlsx");
  private static final List<String> ENCODINGS = List.of("utf-8", "gbk", "gb18030", "auto");
  private static final int MOVES = 62;

  private final YamlMap top;
  private final Map<String, TableSchema> tables;

  SourceParser(YamlMap top, Map<String, TableSchema> tables) {
    this.top = top;
    this.tables = tables;
  }

  SourceSpec parse() {
    top.allow(KEYS);
    String name = name();
    String format = top.choice("format", FORMATS, "csv");
    YamlMap asOf = top.mapOrNull("as_of");
    YamlMap expect = top.mapOrNull("expect");
    Map<String, FieldMapping> fields = fields();
    return new SourceSpec(
        name,
        top.text("title", name),
        into(),
        top.text("system", name),
        format.equals("xlsx") ? "xlsx" : "csv",
        top.text("location"),
        asOf == null ? null : pattern(asOf),
        asOf == null ? null : day(asOf),
        encoding(format),
        delimiter(format),
        sheet(format),
        headerRow(),
        oneOf(top, "without_id", List.of("keep", "drop-exact")),
        top.flag("latest_per_key", false),
        operateTs(fields.get(Bookkeeping.OPERATE_TS)),
        movesWithin(),
        expect == null ? null : oneOf(expect, "every", List.of("workday", "day", "month")),
        expect == null ? null : expectBy(expect),
        List.copyOf(top.list("ignore")),
        fields,
        top.file(),
        top.line("source"));
  }

  private String name() {
    String name = top.text("source");
    String file = top.file().substring(top.file().replace('\\', '/').lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    String stem = dot < 0 ? file : file.substring(0, dot);
    if (!name.isEmpty() && !name.equals(stem)) {
      top.problem("source", "source 应与文件名一致：'" + stem + "' (source must be the file's stem)");
    }
    return name;
  }

  private String into() {
    String into = top.text("into");
    if (!into.isEmpty() && !tables.containsKey(into)) {
      top.problem(
          "into", "没有表 '" + into + "' (unknown table)" + Nearest.hint(into, tables.keySet()));
    }
    return into;
  }

  private static @Nullable String oneOf(YamlMap map, String key, List<String> known) {
    return map.has(key) ? map.choice(key, known, known.get(0)) : null;
  }

  private static @Nullable String pattern(YamlMap asOf) {
    asOf.allow(Set.of("pattern", "day"));
    String pattern = asOf.textOrNull("pattern");
    String wrong = pattern == null ? null : AsOf.problem(pattern);
    if (wrong != null) {
      asOf.problem("pattern", "as_of 的 pattern 不可用：" + wrong + " (bad pattern)");
      return null;
    }
    return pattern;
  }

  private static @Nullable String day(YamlMap asOf) {
    String day = asOf.textOrNull("day");
    try {
      return day == null ? null : LocalDate.parse(day).toString();
    } catch (DateTimeException notADay) {
      asOf.problem("day", "as_of 的 day 应如 2020-12-31，实为 '" + day + "' (a date is expected)");
      return null;
    }
  }

  private String encoding(String format) {
    if (format.equals("xlsx") && top.has("encoding")) {
      top.problem("encoding", "xlsx 没有 encoding，请删去 (a workbook has no encoding)");
    }
    return top.choice("encoding", ENCODINGS, "auto");
  }

  private char delimiter(String format) {
    String text = top.text("delimiter", format.equals("tsv") ? "\t" : ",");
    String one = text.equals("\\t") || text.equals("tab") ? "\t" : text;
    boolean usable = one.length() == 1 && "\"\r\n".indexOf(one) < 0;
    if (!usable || (top.has("delimiter") && format.equals("xlsx"))) {
      top.problem("delimiter", "delimiter 应为单个字符且不是引号或换行，仅用于 csv (one character)");
      return ',';
    }
    return one.charAt(0);
  }

  private @Nullable String sheet(String format) {
    if (!format.equals("xlsx") && top.has("sheet")) {
      top.problem("sheet", "只有 xlsx 才有 sheet (only a workbook has sheets)");
    }
    return top.textOrNull("sheet");
  }

  private int headerRow() {
    long row = top.number("header_row", 1);
    if (row < 1 || row > 1000) {
      top.problem("header_row", "header_row 应在 1 到 1000 之间，实为 " + row);
      return 1;
    }
    return (int) row;
  }

  private int movesWithin() {
    if (!top.has("event_date")) {
      return MOVES;
    }
    if (!top.isMapping("event_date")) {
      top.choice("event_date", List.of("fixed"), "fixed");
      return 0;
    }
    YamlMap moves = top.mapOrNull("event_date");
    String within = moves == null ? "" : moves.text("moves_within");
    if (moves != null) {
      moves.allow(Set.of("moves_within"));
    }
    if (!within.matches("[1-9][0-9]{0,3}d")) {
      top.problem("event_date", "moves_within 应如 62d，实为 '" + within + "' (days are expected)");
      return MOVES;
    }
    return Integer.parseInt(within.substring(0, within.length() - 1));
  }

  private static String expectBy(YamlMap expect) {
    expect.allow(Set.of("every", "by"));
    expect.text("every");
    return expect.choice("by", List.of("source", "region", "hall"), "source");
  }

  private static @Nullable String operateTs(@Nullable FieldMapping mapping) {
    if (mapping == null) {
      return null;
    }
    return mapping.from().isEmpty() ? Bookkeeping.OPERATE_TS : mapping.from().get(0);
  }

  private Map<String, FieldMapping> fields() {
    Map<String, FieldMapping> fields = new LinkedHashMap<>();
    YamlMap outer = top.mapOrNull("fields");
    if (outer == null) {
      top.problem("fields", "缺少 fields：没有一列被映射 (missing fields)");
      return fields;
    }
    TableSchema table = tables.get(top.text("into", ""));
    List<String> nulls = top.list("nulls");
    for (String name : outer.keys()) {
      YamlMap map = outer.mapOrNull(name);
      if (map != null) {
        fields.put(name, new FieldParser(map, name, outer.line(name)).parse(table, nulls));
      } else if (!outer.has(name)) {
        outer.problem(name, "'" + name + "' 是空的，应写 from、sql 或 constant (empty mapping)");
      }
    }
    return Collections.unmodifiableMap(fields);
  }
}
