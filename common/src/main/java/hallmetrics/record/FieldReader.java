package hallmetrics.record;

import hallmetrics.schema.Field;
import hallmetrics.schema.FieldType;
import hallmetrics.source.FieldMapping;
import hallmetrics.source.Identifiers;
import hallmetrics.value.NullWords;
import hallmetrics.value.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of one canonical column: clean, code map, null words, type, closed list. Answers
 * the value, null for "no value", or a {@link FieldFault}.
 */
final class FieldReader {
  private static final Set<String> ERRORS =
      Set.of(
          "#N/A",
          "#REF!",
          "#VALUE!",
          "#DIV/0!",
          "#NAME?",
          "#NUM!",
          "#NULL!",
          "#SPILL!",
          XlsxCell.NOT_CALCULATED);

  private final Field field;
  private final Map<String, String> codes = new HashMap<>();
  private final Set<String> nulls = new HashSet<>();
  private final int longestNull;
  private final boolean zerosAreNull;
  private final ValueReader values;
  private final @Nullable ValueCache cache;

  FieldReader(FieldMapping mapping, Field field, MapperSettings settings, ValueReader values) {
    this.field = field;
    this.values = values;
    mapping.codes().forEach((raw, code) -> codes.put(Text.clean(raw), code));
    boolean identifier = Identifiers.has(settings.schema(), field);
    mapping.nulls().forEach(word -> nulls.add(Text.clean(word)));
    // Of persons the usual words hold beside the source's own: they would join strangers.
    if (field.type() == FieldType.KEY || (identifier && nulls.isEmpty())) {
      nulls.addAll(NullWords.OF_IDENTIFIERS);
    } else if (values.numeric() && nulls.isEmpty()) {
      nulls.addAll(NullWords.OF_NUMBERS);
    }
    this.longestNull = nulls.stream().mapToInt(String::length).max().orElse(0);
    this.zerosAreNull = field.type() == FieldType.KEY;
    this.cache = worthCaching() ? new ValueCache() : null;
  }

  private boolean worthCaching() {
    return switch (field.type()) {
      case STRING -> !codes.isEmpty() || !field.values().isEmpty() || values.region();
      case CODE, TEXT, KEY, BOOL, STRINGS -> true;
      case INT, LONG, DECIMAL -> !codes.isEmpty();
      case TIMESTAMP, DATE -> false;
    };
  }

  /** Reads a cell as it stands in the file. */
  @Nullable Object read(String cell) {
    ValueCache known = cache;
    return known == null ? fresh(cell) : known.get(cell, this::fresh);
  }

  private @Nullable Object fresh(String cell) {
    if (cell.indexOf('\0') >= 0 || cell.indexOf('\uFFFD') >= 0) {
      return FieldFault.BAD_CHARACTER;
    }
    String text = Text.clean(cell);
    if (!codes.isEmpty() && field.type() != FieldType.STRINGS) {
      return coded(text);
    }
    if (text.isEmpty() || isNull(text) || (zerosAreNull && NullWords.allZeros(text))) {
      return null;
    }
    if (text.charAt(0) == '#' && ERRORS.contains(text)) {
      return FieldFault.ERROR_CELL;
    }
    return values.read(text, codes);
  }

  /** Most texts are longer than any null word: hashing them took as long as reading them. */
  private boolean isNull(String text) {
    return text.length() <= longestNull && nulls.contains(text);
  }

  private @Nullable Object coded(String text) {
    String code = codes.get(text);
    if (code == null && (text.isEmpty() || isNull(text))) {
      return null;
    }
    if (code == null) {
      return ERRORS.contains(text) ? FieldFault.ERROR_CELL : FieldFault.UNKNOWN_CODE;
    }
    return code.isEmpty() ? null : values.read(code, codes);
  }

  /** Takes what an expression answered: a value of the type, or text read like a cell. */
  @Nullable Object take(@Nullable Object result) {
    if (result == null) {
      return null;
    }
    return result instanceof String text ? read(text) : values.take(result);
  }
}
