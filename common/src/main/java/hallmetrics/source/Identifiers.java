package hallmetrics.source;

import hallmetrics.schema.Field;
import hallmetrics.schema.FieldType;
import hallmetrics.schema.TableSchema;
import java.util.Locale;

/** Tells identifiers (numbers of records, places and persons) from other columns. */
public final class Identifiers {
  private Identifiers() {}

  /**
   * Whether a column identifies something, so that 无, — or 0 in it mean "none": a person's key, a
   * part of the table's key, a place, or a text column named {@code *_no}, {@code *_id} or {@code
   * *_code}.
   */
  public static boolean has(TableSchema schema, Field field) {
    if (field.type() == FieldType.KEY) {
      return true;
    }
    String name = field.name();
    return field.type() == FieldType.STRING
        && (schema.key().contains(name)
            || schema.keyElse().contains(name)
            || name.equals("source_record_id")
            || name.endsWith("_no")
            || name.endsWith("_id")
            || name.endsWith("_code"));
  }

  /** Whether a column is a deadline, so that a date alone means the end of that day. */
  public static boolean deadline(Field field) {
    if (field.type() != FieldType.TIMESTAMP) {
      return false;
    }
    for (String word : field.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      if (word.equals("due") || word.equals("deadline")) {
        return true;
      }
    }
    return false;
  }
}
