package hallmetrics.catalogue;

import hallmetrics.schema.Computed;
import hallmetrics.schema.Field;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What readers call splits and their values. */
final class SplitNames {
  /** Split of a STOCK by {@link AgeBand}; no column stands behind it. */
  static final String AGE = "age";

  private SplitNames() {}

  static String title(Catalogue catalogue, String table, String split) {
    if (split.equals(AGE)) {
      return "已历时";
    }
    String column = column(catalogue, table, split);
    Computed computed = catalogue.computed(table, column);
    if (computed != null) {
      return computed.title();
    }
    Field field = field(catalogue, table, column);
    return field == null ? split : field.title();
  }

  static Map<String, String> values(Catalogue catalogue, String table, String split) {
    if (split.equals(AGE)) {
      Map<String, String> bands = new LinkedHashMap<>();
      Arrays.stream(AgeBand.values()).forEach(band -> bands.put(band.value(), band.title()));
      return bands;
    }
    String column = column(catalogue, table, split);
    Computed computed = catalogue.computed(table, column);
    if (computed != null) {
      return computed.values();
    }
    Field field = field(catalogue, table, column);
    return field == null ? Map.of() : field.values();
  }

  private static String column(Catalogue catalogue, String table, String split) {
    return catalogue.splits(table).getOrDefault(split, split);
  }

  private static @Nullable Field field(Catalogue catalogue, String table, String column) {
    Derived join = catalogue.derived().get(table);
    if (join == null) {
      return catalogue.field(table, column);
    }
    return column.startsWith("j.") && join.join() != null
        ? catalogue.field(join.join(), column.substring(2))
        : catalogue.field(join.base(), column);
  }
}
