package hallmetrics.record;

import hallmetrics.schema.Field;
import hallmetrics.schema.FieldType;
import hallmetrics.schema.TableSchema;
import hallmetrics.value.Flags;
import hallmetrics.value.Mask;
import hallmetrics.value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The codes map a draft writes for one column.
 *
 * @param codes raw value to code; empty where the column needs none
 * @param unknown what is left to the clerk, masked
 */
record DraftCodes(Map<String, String> codes, List<String> unknown) {
  private static final int MOST_CODES = 40;
  private static final DraftCodes NONE = new DraftCodes(Map.of(), List.of());

  /** By titles and known words of closed lists, by yes and no; none for places. */
  static DraftCodes of(TableSchema table, Field field, List<String> cells, DraftWords words) {
    TreeSet<String> raw = new TreeSet<>();
    cells.forEach(cell -> raw.add(Text.clean(cell)));
    raw.remove("");
    if (table.place().columns().contains(field.name())) {
      // registers resolve ids, codes and names; a map would reject every place not yet seen
      return NONE;
    }
    boolean flag = field.type() == FieldType.BOOL;
    return field.values().isEmpty() && !flag
        ? NONE
        : listed(field, flag, raw, words.codes(table.name(), field.name()));
  }

  private static DraftCodes listed(
      Field field, boolean flag, TreeSet<String> raw, Map<String, String> words) {
    Map<String, String> codes = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    boolean own = true;
    for (String value : raw) {
      String code = flag ? flag(value) : code(field, value, words);
      own &= value.equals(code) || (flag && !code.isEmpty());
      note(value, code, codes, unknown);
    }
    if (own && field.type() == FieldType.INT && !codes.isEmpty()) {
      unknown.add("数字与我方相同，请核对方向（5 是否为最好）");
    } else if (own) {
      codes.clear();
    }
    return new DraftCodes(codes, unknown);
  }

  private static void note(
      String value, String code, Map<String, String> codes, List<String> unknown) {
    if (!code.isEmpty()) {
      codes.put(value, code);
    } else if (unknown.size() < MOST_CODES) {
      unknown.add(Mask.of(value));
    }
  }

  private static String flag(String value) {
    Boolean truth = Flags.of(value);
    return truth == null ? "" : truth.toString();
  }

  private static String code(Field field, String value, Map<String, String> words) {
    String title = titled(field, value);
    if (title != null) {
      return title;
    }
    return words.getOrDefault(value, "");
  }

  /** The code a value is, or is the title of; null for neither. */
  private static @Nullable String titled(Field field, String value) {
    if (field.values().containsKey(value)) {
      return value;
    }
    for (Map.Entry<String, String> one : field.values().entrySet()) {
      if (one.getValue().equals(value)) {
        return one.getKey();
      }
    }
    return null;
  }

  /** Whether most of a column's words are titles, or known words, of a field's codes. */
  static boolean speaks(Field field, TreeSet<String> words, Map<String, String> known) {
    long told =
        words.stream()
            .filter(word -> field.values().containsValue(word) || known.containsKey(word))
            .count();
    return told >= 2 && told * 10 >= words.size() * 8L;
  }
}
