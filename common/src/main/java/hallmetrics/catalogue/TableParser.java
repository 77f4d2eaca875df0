package hallmetrics.catalogue;

import hallmetrics.fault.Nearest;
import hallmetrics.schema.Computed;
import hallmetrics.schema.Duty;
import hallmetrics.schema.Field;
import hallmetrics.schema.FieldType;
import hallmetrics.schema.Place;
import hallmetrics.schema.TableSchema;
import hallmetrics.yaml.YamlMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a table: columns, computed columns, key, place, splits and duty. */
final class TableParser {
  private static final List<String> TYPES =
      Arrays.stream(FieldType.values()).map(FieldType::label).toList();

  private final YamlMap top;
  private final String name;

  TableParser(YamlMap top, String name) {
    this.top = top;
    this.name = name;
  }

  /** A whole definition. */
  TableSchema whole() {
    Words.name(top, name);
    return new TableSchema(
        name,
        top.text("title"),
        fields(),
        computed(top),
        List.copyOf(top.list("key")),
        List.copyOf(top.list("key_else")),
        top.text("event_date"),
        place(top),
        Collected.map(top.texts("splits")),
        duty(top),
        top.file(),
        top.line("table"));
  }

  /** Whether a file without {@code event_date} adds to the table itself. */
  static boolean extendsTable(YamlMap top) {
    return List.of("title", "columns", "computed", "splits", "place", "duty", "key", "key_else")
        .stream()
        .anyMatch(top::has);
  }

  /** The table with what this file adds or replaces by name. */
  TableSchema extended(@Nullable TableSchema before) {
    if (before == null) {
      return whole();
    }
    Map<String, Field> fields = new LinkedHashMap<>();
    before.fields().forEach(field -> fields.put(field.name(), field));
    fields().forEach(field -> fields.put(field.name(), field));
    Map<String, Computed> computed = new LinkedHashMap<>();
    before.computed().forEach(one -> computed.put(one.name(), one));
    computed(top).forEach(one -> computed.put(one.name(), one));
    Map<String, String> splits = new LinkedHashMap<>(before.splits());
    splits.putAll(top.texts("splits"));
    return new TableSchema(
        name,
        top.text("title", before.title()),
        List.copyOf(fields.values()),
        List.copyOf(computed.values()),
        top.has("key") ? List.copyOf(top.list("key")) : before.key(),
        top.has("key_else") ? List.copyOf(top.list("key_else")) : before.keyElse(),
        before.eventDate(),
        top.has("place") ? place(top) : before.place(),
        Collected.map(splits),
        top.has("duty") ? duty(top) : before.duty(),
        top.file(),
        top.line("table"));
  }

  private List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    top.maps("columns")
        .forEach(
            (column, body) -> {
              body.allow(Set.of("type", "title", "required", "values", "default"));
              Words.name(body, column);
              fields.add(
                  new Field(
                      column,
                      body.text("title"),
                      type(body),
                      body.flag("required", false),
                      Collected.map(body.texts("values")),
                      body.textOrNull("default"),
                      body.line()));
            });
    return List.copyOf(fields);
  }

  /** The computed columns of a table or derived table. */
  static List<Computed> computed(YamlMap owner) {
    List<Computed> computed = new ArrayList<>();
    owner
        .maps("computed")
        .forEach(
            (column, body) -> {
              body.allow(Set.of("type", "title", "sql", "values"));
              Words.name(body, column);
              computed.add(
                  new Computed(
                      column,
                      body.text("title"),
                      type(body),
                      body.text("sql"),
                      body.line(),
                      Collected.map(body.texts("values"))));
            });
    return List.copyOf(computed);
  }

  private static FieldType type(YamlMap body) {
    String label = body.text("type");
    if (TYPES.contains(label)) {
      return FieldType.values()[TYPES.indexOf(label)];
    }
    if (!label.isEmpty()) {
      String hint = Nearest.hint(label, TYPES);
      body.problem("type", "未知的类型 '" + label + "'，可用 " + TYPES + hint);
    }
    return FieldType.STRING;
  }

  /** The place of a table or derived table; none when it says nothing. */
  static Place place(YamlMap owner) {
    YamlMap place = owner.mapOrNull("place");
    if (place == null) {
      return Place.NONE;
    }
    place.allow(Set.of("region", "org", "hall", "window", "item", "region_else"));
    return new Place(
        place.textOrNull("region"),
        place.textOrNull("org"),
        place.textOrNull("hall"),
        place.textOrNull("window"),
        place.textOrNull("item"),
        place.choice("region_else", List.of("org", "none"), "none").equals("org"));
  }

  /** The duty of a table or derived table; null when it says nothing. */
  static @Nullable Duty duty(YamlMap owner) {
    YamlMap duty = owner.mapOrNull("duty");
    if (duty == null) {
      return null;
    }
    duty.allow(Set.of("kind", "id", "opened", "due", "done", "drop"));
    return new Duty(
        duty.text("kind"),
        duty.text("id"),
        duty.text("opened"),
        duty.text("due"),
        duty.text("done"),
        duty.textOrNull("drop"));
  }
}
