package hallmetrics.schema;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which columns say where a row belongs; null where the table has none for that scope.
 *
 * @param regionOfOrg where the region column is empty, the row belongs to the region of its org
 */
public record Place(
    @Nullable String region,
    @Nullable String org,
    @Nullable String hall,
    @Nullable String window,
    @Nullable String item,
    boolean regionOfOrg)
    implements Serializable {

  /** The place of a table that says nothing: every row counts under ALL only. */
  public static final Place NONE = new Place(null, null, null, null, null, false);

  /** The column of each scope (REGION ORG HALL WINDOW ITEM) that has one, in this order. */
  public Map<String, String> byScope() {
    Map<String, String> columns = new LinkedHashMap<>();
    put(columns, "REGION", region);
    put(columns, "ORG", org);
    put(columns, "HALL", hall);
    put(columns, "WINDOW", window);
    put(columns, "ITEM", item);
    return columns;
  }

  private static void put(Map<String, String> columns, String scope, @Nullable String column) {
    if (column != null) {
      columns.put(scope, column);
    }
  }

  /** The columns named, without those it has none of. */
  public List<String> columns() {
    return Stream.of(region, org, hall, window, item).filter(Objects::nonNull).toList();
  }
}
