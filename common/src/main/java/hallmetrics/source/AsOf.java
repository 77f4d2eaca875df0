package hallmetrics.source;

import hallmetrics.value.DateText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The instant a delivery speaks for: 00:00 in Shanghai of its day, plus the time and as many
 * microseconds as its sequence number, where its name has them.
 */
public final class AsOf {
  private static final Pattern MARK = Pattern.compile("\\{([^{}]*)\\}|([*?])");

  private final Pattern pattern;
  private final List<String> marks;

  private AsOf(Pattern pattern, List<String> marks) {
    this.pattern = pattern;
    this.marks = marks;
  }

  /** The instant of a day given by hand. */
  public static Instant of(LocalDate day) {
    return day.atStartOfDay(DateText.ZONE).toInstant();
  }

  /** The instant of a file by its name, else by the source's fixed day; empty when neither says. */
  public static Optional<Instant> of(SourceSpec source, String fileName) {
    String pattern = source.asOfPattern();
    Optional<Instant> named = pattern == null ? Optional.empty() : compile(pattern).read(fileName);
    String day = source.asOf();
    return named.isPresent() || day == null ? named : Optional.of(of(LocalDate.parse(day)));
  }

  /**
   * The instant a file's name tells by a pattern without problems; empty when it does not match.
   */
  public static Optional<Instant> read(String pattern, String fileName) {
    return compile(pattern).read(fileName);
  }

  /** What is wrong with a pattern, Chinese, or null. */
  static @Nullable String problem(String pattern) {
    try {
      compile(pattern);
      return null;
    } catch (IllegalArgumentException wrong) {
      return wrong.getMessage();
    }
  }

  private static AsOf compile(String text) {
    StringBuilder regex = new StringBuilder();
    List<String> marks = new ArrayList<>();
    Matcher matcher = MARK.matcher(text);
    int at = 0;
    while (matcher.find()) {
      regex.append(Pattern.quote(text.substring(at, matcher.start())));
      String mark = matcher.group(1);
      regex.append(mark == null ? (matcher.group(2).equals("*") ? ".*" : ".") : group(mark));
      if (mark != null && marks.contains(mark)) {
        throw new IllegalArgumentException("{" + mark + "} 写了两次");
      }
      if (mark != null) {
        marks.add(mark);
      }
      at = matcher.end();
    }
    regex.append(Pattern.quote(text.substring(at)));
    if (!marks.contains("date")) {
      throw new IllegalArgumentException("缺少 {date}");
    }
    return new AsOf(Pattern.compile(regex.toString()), marks);
  }

  private static String group(String mark) {
    return switch (mark) {
      case "date" -> "(\\d{8}|\\d{4}(?:-\\d{1,2}-|\\.\\d{1,2}\\.|年\\d{1,2}月)\\d{1,2}日?)";
      case "time" -> "(\\d{6}|\\d{4})";
      case "seq" -> "(\\d{1,6})";
      default -> throw new IllegalArgumentException("未知的 {" + mark + "}，可用 {date} {time} {seq}");
    };
  }

  private Optional<Instant> read(String fileName) {
    Matcher matcher = pattern.matcher(fileName);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.MIN;
      LocalTime time = LocalTime.MIN;
      long sequence = 0;
      for (int i = 0; i < marks.size(); i++) {
        String found = matcher.group(i + 1);
        switch (marks.get(i)) {
          case "date" -> day = day(found);
          case "time" -> time = time(found);
          default -> sequence = Long.parseLong(found);
        }
      }
      return Optional.of(
          day.atTime(time).atZone(DateText.ZONE).toInstant().plusNanos(sequence * 1000));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** 20261103, 2026-11-03, 2026.11.3 or 2026年11月3日. */
  private static LocalDate day(String text) {
    if (text.length() == 8 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return LocalDate.of(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
    }
    String[] parts = text.split("[^0-9]", -1);
    return LocalDate.of(
        Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  private static LocalTime time(String digits) {
    int second = digits.length() == 6 ? number(digits, 4, 6) : 0;
    return LocalTime.of(number(digits, 0, 2), number(digits, 2, 4), second);
  }

  private static int number(String digits, int from, int to) {
    return Integer.parseInt(digits.substring(from, to));
  }
}
