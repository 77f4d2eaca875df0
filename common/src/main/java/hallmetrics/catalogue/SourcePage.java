package hallmetrics.catalogue;

import hallmetrics.schema.Computed;
import hallmetrics.schema.Duty;
import hallmetrics.schema.Field;
import hallmetrics.schema.FieldType;
import hallmetrics.schema.Place;
import hallmetrics.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page {@code docs/sources.md}: every table, and how a source YAML fills it. */
public final class SourcePage {
  private final Markdown page = new Markdown();

  private SourcePage() {}

  /** The page as Markdown. */
  public static String of(Catalogue catalogue) {
    SourcePage made = new SourcePage();
    made.introduction();
    catalogue.tables().values().forEach(made::table);
    return made.page.toString();
  }

  private void introduction() {
    page.heading(1, "Sources and tables")
        .paragraph("Generated from `common/src/main/resources/catalogue`; do not edit.")
        .paragraph(
            "A source is one YAML in `conf/<site>/sources/`. It names the files, how they are "
                + "written, and from which header each column comes. Codes are mapped without a "
                + "default: an unknown code REJECTS its record. Times without a zone are "
                + "Asia/Shanghai; a deadline that is only a day is that day's last microsecond. "
                + "`key` columns are stored only as keyed HMAC-SHA256, `text` columns are "
                + "scrubbed of direct identifiers.")
        .paragraph(
            "Every source may also map `source_record_id` (the sender's number), `operate_ts` "
                + "(orders the versions of a record) and `is_deleted`.");
  }

  private void table(TableSchema table) {
    page.heading(2, table.title() + " `" + table.name() + "`");
    page.item("key", "`source_system` and " + key(table));
    page.item("event date", Markdown.code(table.eventDate()));
    page.item("place", place(table.place()));
    if (!table.splits().isEmpty()) {
      page.item("splits", splits(table.splits()));
    }
    page.end();
    page.head("column", "名称", "type", "required", "codes");
    table.fields().forEach(this::column);
    page.end();
    computed(table.computed());
    duty(table.duty());
    page.paragraph("The least a source says:").code("yaml", skeleton(table));
  }

  private static String key(TableSchema table) {
    if (table.key().isEmpty()) {
      return "the hash of all its columns";
    }
    String first = Markdown.codes(table.key());
    return table.keyElse().isEmpty()
        ? first
        : first
            + "; without it "
            + Markdown.codes(table.keyElse())
            + "; without those the hash of all its columns";
  }

  private static String place(Place place) {
    List<String> parts = new ArrayList<>();
    add(parts, "region", place.region());
    add(parts, "org", place.org());
    add(parts, "hall", place.hall());
    add(parts, "window", place.window());
    add(parts, "item", place.item());
    if (place.regionOfOrg()) {
      parts.add("without a region that of its org");
    }
    return parts.isEmpty() ? "none" : String.join(", ", parts);
  }

  private static void add(List<String> parts, String scope, @Nullable String column) {
    if (column != null) {
      parts.add(scope + " " + Markdown.code(column));
    }
  }

  private static String splits(Map<String, String> splits) {
    List<String> parts = new ArrayList<>();
    splits.forEach(
        (name, column) ->
            parts.add(
                name.equals(column)
                    ? Markdown.code(name)
                    : Markdown.code(name) + " by " + Markdown.code(column)));
    return String.join(", ", parts);
  }

  private void column(Field field) {
    page.row(
        Markdown.code(field.name()),
        field.title(),
        field.type().label(),
        required(field),
        codes(field.values()));
  }

  private static String required(Field field) {
    if (field.otherwise() != null) {
      return "else " + Markdown.code(field.otherwise());
    }
    return field.required() ? "yes" : "";
  }

  private static String codes(Map<String, String> values) {
    List<String> parts = new ArrayList<>();
    values.forEach((code, title) -> parts.add(Markdown.code(code) + " " + title));
    return String.join(", ", parts);
  }

  private void computed(List<Computed> computed) {
    if (computed.isEmpty()) {
      return;
    }
    page.paragraph("Computed when counting, never stored:");
    for (Computed one : computed) {
      String titles = one.values().isEmpty() ? "" : " (" + codes(one.values()) + ")";
      page.item(Markdown.code(one.name()), one.title() + titles + " = " + Markdown.code(one.sql()));
    }
    page.end();
  }

  private void duty(@Nullable Duty duty) {
    if (duty != null) {
      String drop = duty.drop() == null ? "" : "; none where " + Markdown.code(duty.drop());
      page.paragraph(
          "Duty "
              + Markdown.code(duty.kind())
              + ": opened "
              + Markdown.code(duty.opened())
              + ", due "
              + Markdown.code(duty.due())
              + ", done "
              + Markdown.code(duty.done())
              + drop
              + ".");
    }
  }

  private static String skeleton(TableSchema table) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("source: my-").append(table.name().replace('_', '-')).append('\n');
    yaml.append("title: ").append(table.title()).append('\n');
    yaml.append("into: ").append(table.name()).append('\n');
    yaml.append("format: csv\n");
    yaml.append("location: ").append(table.name()).append("/*.csv\n");
    yaml.append("as_of: { pattern: \"").append(table.name()).append("_{date}.csv\" }\n");
    yaml.append("encoding: auto\n");
    yaml.append("fields:\n");
    if (table.key().contains("source_record_id")) {
      yaml.append("  source_record_id: { from: 编号 }\n");
    }
    for (Field field : table.fields()) {
      if (field.required()) {
        yaml.append("  ").append(field.name()).append(": ").append(mapping(field)).append('\n');
      }
    }
    return yaml.toString();
  }

  private static String mapping(Field field) {
    String from = "from: " + field.title();
    if (field.values().isEmpty()) {
      return field.type() == FieldType.STRING && field.name().equals("region_id")
          ? "{ " + from + ", parse: region }"
          : "{ " + from + " }";
    }
    List<String> codes = new ArrayList<>();
    field.values().forEach((code, title) -> codes.add('"' + title + "\": " + code));
    return "{ " + from + ", codes: { " + String.join(", ", codes) + " } }";
  }
}
