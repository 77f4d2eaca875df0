package hallmetrics.source;

import hallmetrics.schema.Field;
import hallmetrics.schema.TableSchema;
import hallmetrics.yaml.YamlMap;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how one canonical column is made. */
final class FieldParser {
  private static final Set<String> KEYS =
      Set.of("from", "parse", "patterns", "codes", "nulls", "sql", "constant", "separator");
  private static final List<String> PARSES =
      List.of("text", "datetime", "date", "deadline", "int", "decimal", "bool", "region", "list");

  private final YamlMap map;
  private final String name;
  private final int line;

  FieldParser(YamlMap map, String name, int line) {
    this.map = map;
    this.name = name;
    this.line = line;
  }

  /**
   * The mapping.
   *
   * @param table for telling identifiers, to which the source-wide null words apply; may be null
   */
  FieldMapping parse(@Nullable TableSchema table, List<String> sourceNulls) {
    map.allow(KEYS);
    List<String> from = map.list("from");
    String sql = map.textOrNull("sql");
    String constant = map.textOrNull("constant");
    int given = (map.has("from") ? 1 : 0) + (sql == null ? 0 : 1) + (constant == null ? 0 : 1);
    if (given != 1) {
      problem("'" + name + "' 应恰好写 from、sql、constant 之一，实写 " + given + " 个 (exactly one of)");
    }
    return new FieldMapping(
        name,
        List.copyOf(from),
        map.has("parse") ? map.choice("parse", PARSES, "text") : null,
        List.copyOf(map.list("patterns")),
        Collections.unmodifiableMap(map.texts("codes")),
        nulls(table, sourceNulls),
        sql,
        constant,
        map.textOrNull("separator"),
        line);
  }

  private List<String> nulls(@Nullable TableSchema table, List<String> sourceNulls) {
    if (map.has("nulls")) {
      return List.copyOf(map.list("nulls"));
    }
    Field own = table == null ? null : table.field(name);
    Field field = own == null ? Bookkeeping.field(name) : own;
    boolean identifier = table != null && field != null && Identifiers.has(table, field);
    return identifier ? List.copyOf(sourceNulls) : List.of();
  }

  private void problem(String message) {
    map.problems().add(map.file(), line, message);
  }
}
