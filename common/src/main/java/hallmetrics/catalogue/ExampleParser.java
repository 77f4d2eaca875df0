package hallmetrics.catalogue;

import hallmetrics.fault.Nearest;
import hallmetrics.schema.Field;
import hallmetrics.schema.TableSchema;
import hallmetrics.yaml.YamlMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a worked example. A row that must not count says why under {@code not_counted}. */
final class ExampleParser {
  private static final String NOT_COUNTED = "not_counted";

  private final YamlMap body;
  private final Draft draft;
  private final Map<String, List<Map<String, String>>> given = new LinkedHashMap<>();
  private final List<Example.Ignored> ignored = new ArrayList<>();

  private ExampleParser(YamlMap body, Draft draft) {
    this.body = body;
    this.draft = draft;
  }

  static Example parse(YamlMap body, Draft draft) {
    return new ExampleParser(body, draft).parse();
  }

  private Example parse() {
    body.allow(Set.of("given", "period", "as_of", "expect"));
    YamlMap tables = body.mapOrNull("given");
    if (tables == null) {
      body.problem("given", "缺少 'given' (missing key)");
    } else {
      for (String table : tables.keys()) {
        rows(tables, table);
      }
    }
    return new Example(
        Collected.map(given),
        body.text("period"),
        body.text("as_of"),
        body.text("expect"),
        List.copyOf(ignored));
  }

  private void rows(YamlMap tables, String table) {
    TableSchema schema = draft.tables.get(table);
    if (schema == null) {
      Set<String> known = new TreeSet<>(draft.tables.entries.keySet());
      tables.problem(table, "未知的表 '" + table + "' (unknown table)" + Nearest.hint(table, known));
      return;
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (YamlMap row : tables.mapList(table)) {
      if (row.has(NOT_COUNTED)) {
        ignored.add(new Example.Ignored(table, rows.size(), row.text(NOT_COUNTED)));
      }
      rows.add(row(row, schema));
    }
    given.put(table, List.copyOf(rows));
  }

  private static Map<String, String> row(YamlMap row, TableSchema schema) {
    Set<String> known = new TreeSet<>();
    schema.fields().forEach(field -> known.add(field.name()));
    known.addAll(Reserved.MAPPABLE);
    known.add(NOT_COUNTED);
    row.allow(known);
    Map<String, String> values = new LinkedHashMap<>();
    for (Field field : schema.fields()) {
      @Nullable String value =
          row.has(field.name()) ? row.textOrNull(field.name()) : field.otherwise();
      if (value != null) {
        code(row, field, value);
        values.put(field.name(), value);
      }
    }
    for (String column : Reserved.MAPPABLE) {
      @Nullable String value = row.textOrNull(column);
      if (value != null) {
        values.put(column, value);
      }
    }
    return Collected.map(values);
  }

  private static void code(YamlMap row, Field field, String value) {
    Set<String> codes = field.values().keySet();
    if (!codes.isEmpty() && !codes.contains(value)) {
      row.problem(
          field.name(),
          "'" + value + "' 不是 " + field.name() + " 的代码 " + codes + Nearest.hint(value, codes));
    }
  }
}
