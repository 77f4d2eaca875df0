package hallmetrics.catalogue;

import hallmetrics.schema.Computed;
import hallmetrics.schema.Field;
import hallmetrics.schema.FieldType;
import hallmetrics.schema.TableSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns an expression may name, with their types. */
final class Columns {
  private static final Set<FieldType> TIMES = Set.of(FieldType.TIMESTAMP, FieldType.DATE);
  private static final Set<FieldType> NUMBERS =
      Set.of(FieldType.INT, FieldType.LONG, FieldType.DECIMAL);

  private final Map<String, FieldType> types = new LinkedHashMap<>();

  private Columns() {}

  /** The columns and computed columns of a table or derived table, and what a source maps. */
  static Columns of(Catalogue catalogue, String table) {
    Columns columns = new Columns();
    columns.types.put("source_record_id", FieldType.STRING);
    columns.types.put("operate_ts", FieldType.TIMESTAMP);
    TableSchema base = catalogue.baseOf(table);
    if (base != null) {
      columns.add(base, "");
    }
    Derived derived = catalogue.derived().get(table);
    if (derived != null) {
      TableSchema join = derived.join() == null ? null : catalogue.tables().get(derived.join());
      if (join != null) {
        columns.add(join, "j.");
      }
      derived.computed().forEach(one -> columns.types.put(one.name(), one.type()));
    }
    return columns;
  }

  private void add(TableSchema schema, String prefix) {
    for (Field field : schema.fields()) {
      types.put(prefix + field.name(), field.type());
    }
    for (Computed computed : schema.computed()) {
      types.put(prefix + computed.name(), computed.type());
    }
  }

  Set<String> names() {
    return types.keySet();
  }

  /** Whether a column is a day or an instant. */
  boolean isTime(String name) {
    @Nullable FieldType type = types.get(name);
    return type != null && TIMES.contains(type);
  }

  /** Whether a column can be summed. */
  boolean isNumber(String name) {
    @Nullable FieldType type = types.get(name);
    return type != null && NUMBERS.contains(type);
  }
}
