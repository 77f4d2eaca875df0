package hallmetrics.record;

import hallmetrics.schema.Field;
import hallmetrics.schema.FieldType;
import hallmetrics.schema.TableSchema;
import hallmetrics.value.Flags;
import hallmetrics.value.Mask;
import hallmetrics.value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a proposed source as YAML. */
final class DraftText {
  private static final Pattern DATE = Pattern.compile("20\\d{2}-?[01]\\d-?[0-3]\\d");
  private static final int MOST_CODES = 40;

  private final DraftMatch match;
  private final DraftFile file;
  private final String delivered;
  private final StringBuilder text = new StringBuilder();

  DraftText(DraftMatch match, DraftFile file, String delivered) {
    this.match = match;
    this.file = file;
    this.delivered = delivered;
  }

  SourceDraft draft() {
    TableSchema table = match.table();
    String name = name();
    List<String> unmatched =
        file.header().stream().filter(one -> !match.headerOf().containsValue(one)).toList();
    List<String> missing = missing(table);
    text.append("# 由 hall check 按表头拟出的草稿，请逐行核对；标“待定”的地方要填。\n");
    line("source", name);
    line("title", quoted(table.title()));
    line("into", table.name());
    line("format", file.delimiter() == '\t' ? "tsv" : file.format());
    line("location", quoted(location()));
    asOf();
    if (file.format().equals("csv") && ",\t".indexOf(file.delimiter()) < 0) {
      line("delimiter", quoted(String.valueOf(file.delimiter())));
    }
    if (file.headerRow() > 1) {
      line("header_row", String.valueOf(file.headerRow()));
    }
    if (!named(table)) {
      line("without_id", "keep");
    }
    if (!unmatched.isEmpty()) {
      text.append("# 没有对上的列；没有用处的留在这里，有用的移到 fields\n");
      line(
          "ignore",
          "[" + String.join(", ", unmatched.stream().map(DraftText::quoted).toList()) + "]");
    }
    text.append("fields:\n");
    match.headerOf().forEach(this::field);
    missing.forEach(column -> todo(table, column));
    return new SourceDraft(table.name(), name, text.toString(), unmatched, missing);
  }

  private void line(String key, String value) {
    text.append(key).append(": ").append(value).append('\n');
  }

  private String name() {
    String stem = delivered.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
    String plain = DATE.matcher(stem).replaceAll("").toLowerCase(Locale.ROOT);
    String name = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|(-\\d+)?-*$", "");
    return name.isEmpty() || !Character.isLetter(name.charAt(0))
        ? match.table().name().replace('_', '-')
        : name;
  }

  private String location() {
    Matcher date = DATE.matcher(delivered);
    return date.find() ? delivered.substring(0, date.start()) + "*" + ending() : delivered;
  }

  private String ending() {
    int dot = delivered.lastIndexOf('.');
    return dot < 0 ? "" : delivered.substring(dot);
  }

  private void asOf() {
    Matcher date = DATE.matcher(delivered);
    if (date.find()) {
      String rest = delivered.substring(date.end());
      String after = rest.matches("_\\d{1,6}\\..*") ? rest.replaceFirst("\\d+", "{seq}") : rest;
      line(
          "as_of",
          "{ pattern: " + quoted(delivered.substring(0, date.start()) + "{date}" + after) + " }");
    } else {
      text.append("# 文件名里没有日期：写 as_of: { day: yyyy-MM-dd }，或在命令行用 --as-of\n");
    }
  }

  private boolean named(TableSchema table) {
    return (!table.key().isEmpty() && match.headerOf().containsKey(table.key().get(0)))
        || (!table.keyElse().isEmpty() && match.headerOf().containsKey(table.keyElse().get(0)));
  }

  private List<String> missing(TableSchema table) {
    List<String> missing = new ArrayList<>();
    for (Field field : table.fields()) {
      boolean given = match.headerOf().containsKey(field.name()) || field.otherwise() != null;
      if (field.required() && !given && !field.name().equals(table.name() + "_id")) {
        missing.add(field.name());
      }
    }
    return missing;
  }

  private void field(String column, String header) {
    text.append("  ").append(column).append(": { from: ").append(quoted(header));
    Field field = FilePreview.field(match.table(), column);
    List<String> unknown = new ArrayList<>();
    if (field != null) {
      if (column.equals(match.table().place().region())) {
        text.append(", parse: region");
      }
      Map<String, String> codes = codes(field, file.column(header), unknown);
      if (!codes.isEmpty()) {
        List<String> pairs = new ArrayList<>();
        codes.forEach((raw, code) -> pairs.add(quoted(raw) + ": " + quoted(code)));
        text.append(", codes: { ").append(String.join(", ", pairs)).append(" }");
      }
    }
    text.append(" }");
    if (!unknown.isEmpty()) {
      text.append("   # 待定的代码：").append(String.join("、", unknown));
    }
    text.append('\n');
  }

  /** Codes of the values in the sample, by title; what no title tells goes into unknown, masked. */
  private static Map<String, String> codes(Field field, List<String> cells, List<String> unknown) {
    Map<String, String> codes = new LinkedHashMap<>();
    boolean flag = field.type() == FieldType.BOOL;
    if (field.values().isEmpty() && !flag) {
      return codes;
    }
    TreeSet<String> raw = new TreeSet<>();
    cells.forEach(cell -> raw.add(Text.clean(cell)));
    raw.remove("");
    boolean own = true;
    for (String value : raw) {
      String code = flag ? flag(value) : code(field, value);
      own &= value.equals(code) || (flag && !code.isEmpty());
      if (!code.isEmpty()) {
        codes.put(value, code);
      } else if (unknown.size() < MOST_CODES) {
        unknown.add(Mask.of(value));
      }
    }
    if (own && field.type() == FieldType.INT && !codes.isEmpty()) {
      unknown.add("数字与我方相同，请核对方向（5 是否为最好）");
    } else if (own) {
      codes.clear();
    }
    return codes;
  }

  private static String flag(String value) {
    Boolean truth = Flags.of(value);
    return truth == null ? "" : truth.toString();
  }

  private static String code(Field field, String value) {
    if (field.values().containsKey(value)) {
      return value;
    }
    for (Map.Entry<String, String> one : field.values().entrySet()) {
      if (one.getValue().equals(value)) {
        return one.getKey();
      }
    }
    return "";
  }

  private void todo(TableSchema table, String column) {
    Field field = table.field(column);
    String title = field == null ? "" : field.title();
    text.append("  # 待定：必填列 ")
        .append(title)
        .append("（")
        .append(column)
        .append("）没有对上，写 from、sql 或 constant\n");
    text.append("  # ").append(column).append(": { constant: }\n");
  }

  /** Double-quoted YAML. */
  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
