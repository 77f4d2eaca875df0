package hallmetrics.record;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * A cell as the text a CSV would hold: dates by their style as yyyy-MM-dd[ HH:mm:ss], numbers plain
 * and without float noise, TRUE and FALSE, errors as #N/A.
 */
final class XlsxCell {
  /** The text of a formula that was never calculated; rejected like an error cell. */
  static final String NOT_CALCULATED = "#NOT-CALCULATED!";

  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);
  private static final BigDecimal DAY_MILLIS = BigDecimal.valueOf(86_400_000L);
  private static final BigDecimal EXACT = BigDecimal.valueOf(1_000_000_000_000_000L);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);
  private static final Set<Integer> DATE_IDS = Set.of(14, 15, 16, 17, 22);

  private final boolean from1904;
  private final Map<String, DateStyle> styles = new HashMap<>();

  XlsxCell(boolean from1904) {
    this.from1904 = from1904;
  }

  String text(Cell cell) {
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      DateStyle style = style(cell);
      return style == DateStyle.NONE ? number(number) : date(number, style);
    }
    if (value instanceof Boolean flag) {
      return flag ? "TRUE" : "FALSE";
    }
    if (value == null) {
      return cell.getType() == CellType.FORMULA ? NOT_CALCULATED : "";
    }
    return value.toString();
  }

  /** Whole numbers whole, others as the fifteen digits a sheet shows. */
  static String number(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    boolean written = value.scale() == 0;
    BigDecimal shown = written ? value : value.round(SHOWN);
    if (!written && shown.abs().compareTo(EXACT) < 0) {
      shown = shown.stripTrailingZeros();
    }
    return shown.scale() < 0 ? shown.setScale(0).toPlainString() : shown.toPlainString();
  }

  private String date(BigDecimal serial, DateStyle style) {
    BigDecimal days = serial.setScale(0, RoundingMode.FLOOR);
    long millis =
        serial.subtract(days).multiply(DAY_MILLIS).setScale(0, RoundingMode.HALF_UP).longValue();
    long day = days.longValue() + millis / 86_400_000L;
    LocalTime time = LocalTime.ofNanoOfDay(millis % 86_400_000L * 1_000_000L);
    if (day < 0 || day > 2_958_465 || (!from1904 && day == 60)) {
      return number(serial);
    }
    if (day == 0 && style == DateStyle.TIME) {
      return time.toString();
    }
    LocalDate date = from1904 ? LocalDate.of(1904, 1, 1).plusDays(day) : from1900(day);
    if (style == DateStyle.DATE && time.equals(LocalTime.MIN)) {
      return date.toString();
    }
    return LocalDateTime.of(date, time).format(millis % 1000 == 0 ? SECONDS : MILLIS);
  }

  /** Serial 60 is a 29 February 1900 that never was. */
  private static LocalDate from1900(long day) {
    return LocalDate.of(1899, 12, day < 60 ? 31 : 30).plusDays(day);
  }

  private DateStyle style(Cell cell) {
    Integer id = cell.getDataFormatId();
    String format = cell.getDataFormatString();
    if (id == null) {
      return DateStyle.NONE;
    }
    return styles.computeIfAbsent(id + " " + format, key -> style(id, format));
  }

  /** Whether a number format shows a date, and whether with a time. */
  static DateStyle style(int id, @Nullable String format) {
    boolean customised = id >= 164 || (format != null && id >= 23 && id < 37);
    if (DATE_IDS.contains(id) && id != 22) {
      return DateStyle.DATE;
    }
    if (id == 22) {
      return DateStyle.DATE_TIME;
    }
    if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) {
      return DateStyle.TIME;
    }
    if (!customised) {
      boolean eastAsian = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
      boolean time = (id >= 32 && id <= 35) || id == 55 || id == 56;
      return !eastAsian ? DateStyle.NONE : time ? DateStyle.TIME : DateStyle.DATE;
    }
    return format == null ? DateStyle.NONE : custom(format);
  }

  private static DateStyle custom(String format) {
    String bare = bare(format.toLowerCase(Locale.ROOT));
    boolean day = bare.indexOf('d') >= 0 || bare.indexOf('y') >= 0;
    boolean hour = bare.indexOf('h') >= 0 || bare.indexOf('s') >= 0;
    if (!day && !hour) {
      return bare.indexOf('m') >= 0 && bare.indexOf('0') < 0 ? DateStyle.DATE : DateStyle.NONE;
    }
    return day && hour ? DateStyle.DATE_TIME : day ? DateStyle.DATE : DateStyle.TIME;
  }

  /** A format without quoted text, escapes, colours and conditions; elapsed [h] stays. */
  private static String bare(String format) {
    StringBuilder kept = new StringBuilder(format.length());
    int at = 0;
    while (at < format.length()) {
      char c = format.charAt(at);
      if (c == '"') {
        at = closing(format, at, '"');
      } else if (c == '[') {
        int end = closing(format, at, ']');
        String inside = format.substring(at + 1, Math.max(at + 1, end));
        kept.append(inside.matches("h+|m+|s+") ? inside : "");
        at = end;
      } else if (c == '\\' || c == '_' || c == '*') {
        at++;
      } else if (c == ';') {
        break;
      } else {
        kept.append(c);
      }
      at++;
    }
    return kept.toString().replace("general", "");
  }

  private static int closing(String format, int from, char mark) {
    int end = format.indexOf(mark, from + 1);
    return end < 0 ? format.length() : end;
  }

  /** What a number format says of a number. */
  enum DateStyle {
    NONE,
    DATE,
    DATE_TIME,
    TIME
  }
}
