package hallmetrics.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers as clerks type them: 12, １２, 1,234.50, 5.0 for a whole number. */
public final class Numerals {
  /** Decimal places of every canonical decimal. */
  public static final int SCALE = 6;

  private static final int MOST_DIGITS = 38 - SCALE;
  private static final int MOST_CHARS = 64;

  private Numerals() {}

  /** A whole number (5.0 is one), or null when the cleaned text is none or exceeds a long. */
  public static @Nullable Long whole(String text) {
    int length = text.length();
    int start = length > 0 && text.charAt(0) == '-' ? 1 : 0;
    if (length == start || length > 18) {
      return wholeSlowly(text);
    }
    long value = 0;
    for (int i = start; i < length; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return wholeSlowly(text);
      }
      value = value * 10 + digit;
    }
    return start == 1 ? -value : value;
  }

  private static @Nullable Long wholeSlowly(String text) {
    BigDecimal number = exact(text);
    if (number == null || number.precision() - number.scale() > 19) {
      return null;
    }
    try {
      return number.longValueExact();
    } catch (ArithmeticException notWhole) {
      return null;
    }
  }

  /** A decimal with six places, half up, or null when the text is none or too long for them. */
  public static @Nullable BigDecimal decimal(String text) {
    BigDecimal number = exact(text);
    if (number == null || number.precision() - (long) number.scale() > MOST_DIGITS) {
      return null;
    }
    return number.setScale(SCALE, RoundingMode.HALF_UP);
  }

  private static @Nullable BigDecimal exact(String text) {
    if (text.isEmpty() || text.length() > MOST_CHARS) {
      return null;
    }
    String plain = Text.half(text);
    if (plain.indexOf(',') >= 0) {
      if (!grouped(plain)) {
        return null;
      }
      plain = plain.replace(",", "");
    }
    for (int i = 0; i < plain.length(); i++) {
      if ("0123456789.-+eE".indexOf(plain.charAt(i)) < 0) {
        return null;
      }
    }
    try {
      BigDecimal number = new BigDecimal(plain);
      return Math.abs((long) number.scale()) > MOST_CHARS ? null : number;
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }

  /** Commas only where thousands end: 1,234,567.8. */
  private static boolean grouped(String text) {
    int point = text.indexOf('.');
    int end = point < 0 ? text.length() : point;
    if (text.indexOf(',', end) >= 0) {
      return false;
    }
    int first = text.indexOf(',');
    int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    if (first - sign < 1 || first - sign > 3) {
      return false;
    }
    for (int i = first; i < end; i++) {
      if ((text.charAt(i) == ',') != ((end - i) % 4 == 0)) {
        return false;
      }
    }
    return true;
  }
}
