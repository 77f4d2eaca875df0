package hallmetrics.record;

import hallmetrics.schema.Field;
import hallmetrics.schema.FieldType;
import hallmetrics.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a proposed source as YAML. */
final class DraftText {
  private final DraftMatch match;
  private final DraftFile file;
  private final DraftName names;
  private final DraftWords words;
  private final DraftSite site;
  private final StringBuilder text = new StringBuilder();

  DraftText(DraftMatch match, DraftFile file, DraftName names, DraftWords words, DraftSite site) {
    this.match = match;
    this.file = file;
    this.names = names;
    this.words = words;
    this.site = site;
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
    line("location", quoted(names.location()));
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

  /** A name no source of the site has. */
  private String name() {
    String plain = names.plain();
    String wanted = plain.isEmpty() ? match.table().name().replace('_', '-') : plain;
    String free = wanted;
    for (int n = 2; site.taken(free); n++) {
      free = wanted + "-" + n;
    }
    return free;
  }

  private void asOf() {
    String pattern = names.asOf();
    if (pattern != null) {
      line("as_of", "{ pattern: " + quoted(pattern) + " }");
    } else {
      text.append(names.dated() ? "# 文件名里的日期不是 20261031 或 2026-10-31 的写法" : "# 文件名里没有日期")
          .append("：请报送方改名，或写 as_of: { day: yyyy-MM-dd }，或用 hall ingest 的 --as-of\n");
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
    List<String> unknown = List.of();
    if (field != null) {
      if (column.equals(match.table().place().region())) {
        text.append(", parse: region");
      }
      DraftCodes found = DraftCodes.of(match.table(), field, file.column(header), words);
      unknown = found.unknown();
      if (!found.codes().isEmpty()) {
        List<String> pairs = new ArrayList<>();
        found.codes().forEach((raw, code) -> pairs.add(quoted(raw) + ": " + quoted(code)));
        text.append(", codes: { ").append(String.join(", ", pairs)).append(" }");
      }
    }
    text.append(" }");
    if (!unknown.isEmpty()) {
      text.append("   # 待定的代码：").append(String.join("、", unknown));
    }
    text.append('\n');
  }

  private void todo(TableSchema table, String column) {
    Field field = table.field(column);
    String title = field == null ? "" : field.title();
    text.append("  # 待定：必填列 ")
        .append(title)
        .append("（")
        .append(column)
        .append("）没有对上，写 from、sql 或 constant\n");
    text.append("  # ")
        .append(column)
        .append(": { constant: }")
        .append(allowed(field))
        .append('\n');
  }

  /** The values a constant may have. */
  private static String allowed(@Nullable Field field) {
    if (field == null) {
      return "";
    }
    if (field.type() == FieldType.BOOL) {
      return "   # 可写：\"true\" 是、\"false\" 否";
    }
    List<String> codes = new ArrayList<>();
    field.values().forEach((code, title) -> codes.add(code + " " + title));
    return codes.isEmpty() ? "" : "   # 可写：" + String.join("、", codes);
  }

  /** Double-quoted YAML. */
  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
