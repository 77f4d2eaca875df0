package hallmetrics.schema;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A canonical table. A record's identity is its source_system and the key columns; where the first
 * column of {@code key} is empty in a record, {@code keyElse} (then required); where that is empty,
 * the hash of all its source columns.
 *
 * @param eventDate the column whose Shanghai day is the event date (origin month of the row)
 * @param splits split name to column or computed column
 * @param file where it is declared, with {@code line}
 */
public record TableSchema(
    String name,
    String title,
    List<Field> fields,
    List<Computed> computed,
    List<String> key,
    List<String> keyElse,
    String eventDate,
    Place place,
    Map<String, String> splits,
    @Nullable Duty duty,
    String file,
    int line)
    implements Serializable {

  /** The field of a name, or null. */
  public @Nullable Field field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst().orElse(null);
  }
}
