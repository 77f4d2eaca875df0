package hallmetrics.source;

import hallmetrics.fault.Nearest;
import hallmetrics.schema.Field;
import hallmetrics.schema.TableSchema;
import hallmetrics.yaml.YamlMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a source must satisfy as a whole against its table. */
final class SourceLaws {
  private final YamlMap top;
  private final SourceSpec source;
  private final TableSchema table;

  SourceLaws(YamlMap top, SourceSpec source, TableSchema table) {
    this.top = top;
    this.source = source;
    this.table = table;
  }

  void check() {
    for (FieldMapping mapping : source.fields().values()) {
      Field field = field(mapping);
      if (field != null) {
        new FieldLaws(top, mapping, field).check();
      }
    }
    required();
    identity();
    headersOnce();
    if (source.latestPerKey() && !source.fields().containsKey(Bookkeeping.OPERATE_TS)) {
      top.problem("latest_per_key", "latest_per_key 需要映射 operate_ts，否则不知哪个事件最后 (no order)");
    }
    if (source.latestPerKey() && source.withoutId() != null) {
      top.problem("without_id", "latest_per_key 的来源每条记录都要有编号，不能写 without_id");
    }
  }

  private @Nullable Field field(FieldMapping mapping) {
    String name = mapping.field();
    Field own = table.field(name);
    Field field = own == null ? Bookkeeping.field(name) : own;
    if (field == null) {
      problem(
          mapping.line(),
          "'"
              + name
              + "' 不是 "
              + table.name()
              + " 的列 (is not a field of "
              + table.name()
              + ")"
              + nearest(name, mapping.from()));
    }
    return field;
  }

  /** By name, or by the title a clerk knows the column under. */
  private String nearest(String name, List<String> headers) {
    Map<String, String> titles = new HashMap<>();
    table.fields().forEach(field -> titles.put(field.title(), field.name()));
    for (String header : headers) {
      String titled = titles.get(header);
      if (titled != null) {
        return "（是否想写 '" + titled + "'？did you mean '" + titled + "'?）";
      }
    }
    List<String> names = new ArrayList<>(table.fields().stream().map(Field::name).toList());
    Bookkeeping.FIELDS.forEach(field -> names.add(field.name()));
    String titled = titles.get(name);
    return titled == null
        ? Nearest.hint(name, names)
        : "（是否想写 '" + titled + "'？did you mean '" + titled + "'?）";
  }

  private void required() {
    String ownId = table.name() + "_id";
    for (Field field : table.fields()) {
      boolean needed = field.required() || field.name().equals(table.eventDate());
      boolean given = field.otherwise() != null || source.fields().containsKey(field.name());
      if (needed && !given && !field.name().equals(ownId)) {
        top.problem(
            "fields",
            "必填列 " + field.name() + "（" + field.title() + "）没有映射 (required column not mapped)");
      }
    }
  }

  private void identity() {
    if (table.key().isEmpty()) {
      if (source.withoutId() == null) {
        top.problem(
            "source", "表 " + table.name() + " 没有编号，须写 without_id: keep 或 drop-exact (no id)");
      }
      return;
    }
    boolean byKey = mapped(table.key().get(0));
    boolean byElse = !table.keyElse().isEmpty() && mapped(table.keyElse().get(0));
    if (!byKey && !byElse && source.withoutId() == null) {
      top.problem(
          "source",
          "没有能识别记录的列：请映射 "
              + table.key().get(0)
              + "，或写 without_id: keep / drop-exact"
              + " (no identity)");
    }
    if (byKey) {
      rest(table.key());
    }
    if (byElse) {
      rest(table.keyElse());
    }
  }

  private void rest(List<String> key) {
    for (String column : key) {
      if (!mapped(column)) {
        top.problem("fields", "编号的一部分 " + column + " 没有映射 (part of the key not mapped)");
      }
    }
  }

  private boolean mapped(String column) {
    Field field = table.field(column);
    return source.fields().containsKey(column) || (field != null && field.otherwise() != null);
  }

  private void headersOnce() {
    for (FieldMapping mapping : source.fields().values()) {
      for (String header : mapping.from()) {
        if (source.ignore().contains(header)) {
          problem(mapping.line(), "列 '" + header + "' 既映射又写在 ignore 里 (mapped and ignored)");
        }
      }
    }
  }

  private void problem(int line, String message) {
    top.problems().add(top.file(), line, message);
  }
}
