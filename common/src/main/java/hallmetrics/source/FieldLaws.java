package hallmetrics.source;

import hallmetrics.fault.Nearest;
import hallmetrics.schema.Field;
import hallmetrics.schema.FieldType;
import hallmetrics.value.DateText;
import hallmetrics.value.Flags;
import hallmetrics.value.Typed;
import hallmetrics.yaml.YamlMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one mapping must satisfy against its column. */
final class FieldLaws {
  private static final Map<String, Set<FieldType>> PARSES =
      Map.of(
          "text", EnumSet.of(FieldType.STRING, FieldType.TEXT, FieldType.CODE, FieldType.KEY),
          "datetime", EnumSet.of(FieldType.TIMESTAMP, FieldType.DATE),
          "date", EnumSet.of(FieldType.DATE, FieldType.TIMESTAMP),
          "deadline", EnumSet.of(FieldType.TIMESTAMP),
          "int", EnumSet.of(FieldType.INT, FieldType.LONG),
          "decimal", EnumSet.of(FieldType.DECIMAL),
          "bool", EnumSet.of(FieldType.BOOL),
          "region", EnumSet.of(FieldType.STRING),
          "list", EnumSet.of(FieldType.STRINGS));

  private final YamlMap top;
  private final FieldMapping mapping;
  private final Field field;

  FieldLaws(YamlMap top, FieldMapping mapping, Field field) {
    this.top = top;
    this.mapping = mapping;
    this.field = field;
  }

  void check() {
    String parse = mapping.parse();
    if (parse != null && !PARSES.getOrDefault(parse, Set.of()).contains(field.type())) {
      problem("parse: " + parse + " 与列的类型 " + field.type().label() + " 不合 (does not fit)");
    }
    boolean dated = field.type() == FieldType.TIMESTAMP || field.type() == FieldType.DATE;
    if (!mapping.patterns().isEmpty() && !dated) {
      problem("patterns 只用于日期列，" + field.name() + " 是 " + field.type().label());
    }
    patterns();
    if (mapping.separator() != null && field.type() != FieldType.STRINGS) {
      problem("separator 只用于列表列，" + field.name() + " 是 " + field.type().label());
    }
    mapping.codes().forEach(this::code);
    String constant = mapping.constant();
    if (constant != null) {
      constant(constant);
    }
  }

  private void patterns() {
    for (String pattern : mapping.patterns()) {
      try {
        new DateText(List.of(pattern));
      } catch (IllegalArgumentException wrong) {
        problem("日期格式 '" + pattern + "' 写错 (not a java.time pattern)");
      }
    }
  }

  private void code(String raw, String canonical) {
    if (canonical.isEmpty()) {
      return;
    }
    String wrong = wrong(canonical);
    if (!wrong.isEmpty()) {
      problem("codes 的 '" + raw + "' 对应 '" + canonical + "'，" + wrong);
    }
  }

  private void constant(String constant) {
    if (!mapping.codes().isEmpty()) {
      problem("constant 不需要 codes (a constant takes no codes)");
    }
    String wrong = wrong(constant);
    if (!wrong.isEmpty()) {
      problem("constant '" + constant + "' " + wrong);
    }
  }

  /** Why a text is no value of the column, or empty. */
  private String wrong(String value) {
    if (!field.values().isEmpty()) {
      return field.values().containsKey(value)
          ? ""
          : "不在 "
              + field.name()
              + " 的取值 "
              + field.values().keySet()
              + " 之内 (not a value of the column)"
              + Nearest.hint(value, field.values().keySet());
    }
    if (field.type() == FieldType.BOOL) {
      return Flags.of(value) == null ? "不是 true 或 false (not a truth value)" : "";
    }
    boolean readable = Typed.of(field.type(), value) != null;
    return readable ? "" : "不是 " + field.type().label() + " (not a value of this type)";
  }

  private void problem(String message) {
    top.problems().add(top.file(), mapping.line(), "'" + field.name() + "'：" + message);
  }
}
