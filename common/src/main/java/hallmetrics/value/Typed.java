package hallmetrics.value;

import hallmetrics.schema.FieldType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Canonical values of texts by column type, for whatever is neither code-mapped nor personal. */
public final class Typed {
  private static final String SEPARATORS = ",，;；、|";

  private Typed() {}

  /**
   * The value of a cleaned text: String, Integer, Long, BigDecimal, Boolean, Instant, LocalDate or
   * a list of String.
   *
   * @return null when the text is no such value
   */
  public static @Nullable Object of(FieldType type, String text) {
    return switch (type) {
      case STRING, CODE, TEXT, KEY -> text;
      case INT -> integer(text);
      case LONG -> Numerals.whole(text);
      case DECIMAL -> Numerals.decimal(text);
      case BOOL -> Flags.of(text);
      case STRINGS -> list(text, null);
      case TIMESTAMP, DATE -> date(type, text);
    };
  }

  /** A 32-bit whole number, or null. */
  public static @Nullable Integer integer(String text) {
    Long whole = Numerals.whole(text);
    return whole == null || whole != whole.intValue() ? null : whole.intValue();
  }

  /**
   * The items of a list, cleaned, empty ones left out.
   *
   * @param separator what stands between them; null = a comma, semicolon, 、 or | of either width
   */
  public static List<String> list(String text, @Nullable String separator) {
    List<String> items = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at < text.length()) {
      int length = separatorAt(text, at, separator);
      if (length > 0) {
        add(items, text.substring(start, at));
        at += length;
        start = at;
      } else {
        at++;
      }
    }
    add(items, text.substring(start));
    return List.copyOf(items);
  }

  private static int separatorAt(String text, int at, @Nullable String separator) {
    if (separator == null || separator.isEmpty()) {
      return SEPARATORS.indexOf(text.charAt(at)) >= 0 ? 1 : 0;
    }
    return text.startsWith(separator, at) ? separator.length() : 0;
  }

  private static void add(List<String> items, String raw) {
    String item = Text.clean(raw);
    if (!item.isEmpty()) {
      items.add(item);
    }
  }

  private static @Nullable Object date(FieldType type, String text) {
    long micros = new DateText(List.of()).micros(text);
    if (micros == DateText.BAD) {
      return null;
    }
    LocalDate day = DateText.day(micros);
    return type == FieldType.DATE ? day : DateText.instant(micros);
  }
}
