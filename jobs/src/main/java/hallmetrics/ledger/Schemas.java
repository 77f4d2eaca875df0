package hallmetrics.ledger;

import hallmetrics.schema.Field;
import hallmetrics.schema.FieldType;
import hallmetrics.schema.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** Iceberg schemas of the ledger and of the control tables. No Spark types here. */
final class Schemas {
  static final String RUNS = "night.runs";
  static final String DELIVERIES = "night.deliveries";
  static final String FATES = "night.fates";
  static final String QUARANTINE = "night.quarantine";
  static final String DAILY = "night.daily";

  private static final Type TEXT = Types.StringType.get();
  private static final Type LONG = Types.LongType.get();
  private static final Type DATE = Types.DateType.get();
  private static final Type INSTANT = Types.TimestampType.withZone();
  private static final Type FLAG = Types.BooleanType.get();
  private static final Type DECIMAL = Types.DecimalType.of(38, 6);

  private Schemas() {}

  /** Full name of a ledger table. */
  static String ledgerName(String table) {
    return "ledger." + table;
  }

  /** Canonical columns in YAML order, then the bookkeeping columns. */
  static Schema ledger(TableSchema table) {
    Columns columns = new Columns();
    for (Field field : table.fields()) {
      if (field.type() == FieldType.STRINGS) {
        columns.list(field.name());
      } else {
        columns.add(field.name(), type(field.type()));
      }
    }
    columns
        .add(LedgerColumns.SOURCE_RECORD_ID, TEXT)
        .add(LedgerColumns.OPERATE_TS, INSTANT)
        .add(LedgerColumns.IS_DELETED, FLAG)
        .add(LedgerColumns.RECORD_KEY, TEXT)
        .add(LedgerColumns.SOURCE, TEXT)
        .add(LedgerColumns.SOURCE_SYSTEM, TEXT)
        .add(LedgerColumns.DELIVERY, TEXT)
        .add(LedgerColumns.LINE, LONG)
        .add(LedgerColumns.DELIVERY_AS_OF, INSTANT)
        .add(LedgerColumns.DELIVERY_SEQ, LONG)
        .add(LedgerColumns.RECORD_HASH, TEXT)
        .add(LedgerColumns.IS_TOMBSTONE, FLAG)
        .add(LedgerColumns.EVENT_DATE, DATE)
        .add(LedgerColumns.ORIGIN, TEXT)
        .add(LedgerColumns.SCHEMA_VERSION, Types.IntegerType.get());
    return columns.schema();
  }

  /** The control tables by full name, the decision record first. */
  static Map<String, Schema> control() {
    Map<String, Schema> tables = new LinkedHashMap<>();
    tables.put(RUNS, runs());
    tables.put(DELIVERIES, deliveries());
    tables.put(FATES, fates());
    tables.put(QUARANTINE, quarantine());
    tables.put(DAILY, daily());
    return tables;
  }

  private static Schema runs() {
    return new Columns()
        .add("seq", LONG)
        .add("run", TEXT)
        .add("verb", TEXT)
        .add("business_date", DATE)
        .add("as_of", DATE)
        .add("state", TEXT)
        .add("gate", TEXT)
        .list("accepted")
        .map("tables", LONG)
        .map("fingerprint", TEXT)
        .add("os_user", TEXT)
        .add("software", TEXT)
        .add("started", INSTANT)
        .add("ended", INSTANT)
        .schema();
  }

  private static Schema deliveries() {
    return new Columns()
        .add("sha256", TEXT)
        .add("source", TEXT)
        .add("name", TEXT)
        .add("as_of", INSTANT)
        .add("bytes", LONG)
        .add("records", LONG)
        .add("state", TEXT)
        .add("fault", TEXT)
        .add("run", TEXT)
        .schema();
  }

  private static Schema fates() {
    return new Columns()
        .add("run", TEXT)
        .add("delivery", TEXT)
        .add("source", TEXT)
        .add("table", TEXT)
        .add("fate", TEXT)
        .add("reason", TEXT)
        .add("records", LONG)
        .schema();
  }

  private static Schema quarantine() {
    return new Columns()
        .add("run", TEXT)
        .add("delivery", TEXT)
        .add("source", TEXT)
        .add("line", LONG)
        .add("column", TEXT)
        .add("reason", TEXT)
        .add("masked", TEXT)
        .schema();
  }

  private static Schema daily() {
    return new Columns()
        .add("table", TEXT)
        .add("origin", TEXT)
        .add("measure", TEXT)
        .add("day", DATE)
        .add("scope", TEXT)
        .add("scope_id", TEXT)
        .add("split", TEXT)
        .add("split_value", TEXT)
        .add("n", LONG)
        .add("x", DECIMAL)
        .schema();
  }

  private static Type type(FieldType type) {
    return switch (type) {
      case STRING, CODE, TEXT, KEY -> TEXT;
      case INT -> Types.IntegerType.get();
      case LONG -> LONG;
      case DECIMAL -> DECIMAL;
      case BOOL -> FLAG;
      case TIMESTAMP -> INSTANT;
      case DATE -> DATE;
      case STRINGS -> throw new IllegalArgumentException("a list has no plain type");
    };
  }

  /** Collects optional columns; the catalog gives the final ids. */
  private static final class Columns {
    private final List<Types.NestedField> fields = new ArrayList<>();
    private int id;

    Columns add(String name, Type type) {
      fields.add(Types.NestedField.optional(++id, name, type));
      return this;
    }

    Columns list(String name) {
      int column = ++id;
      return field(column, name, Types.ListType.ofOptional(++id, TEXT));
    }

    Columns map(String name, Type value) {
      int column = ++id;
      int key = ++id;
      int held = ++id;
      return field(column, name, Types.MapType.ofOptional(key, held, TEXT, value));
    }

    private Columns field(int column, String name, Type type) {
      fields.add(Types.NestedField.optional(column, name, type));
      return this;
    }

    Schema schema() {
      return new Schema(fields);
    }
  }
}
