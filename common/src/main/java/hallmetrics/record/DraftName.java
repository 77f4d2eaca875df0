package hallmetrics.record;

import hallmetrics.source.AsOf;
import hallmetrics.value.Scrubber;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a file's name says of the files that will follow it: where they lie and their days. */
final class DraftName {
  /** A day as an as_of pattern reads it. */
  private static final Pattern DAY = Pattern.compile("(?<!\\d)20\\d{2}(-?)[01]\\d\\1[0-3]\\d");

  /** A day, a month or a year in any writing, with what belongs to it. */
  private static final Pattern DATED =
      Pattern.compile(
          "(?<!\\d)20\\d{2}(?:年度?|[-._/](?=\\d))?(?:[01]?\\d)?(?:月份?|[-._/](?=\\d))?(?:[0-3]?\\d)?日?(?:[-_T ]?\\d+)*");

  /** A folder of a month or a day below one of a year. */
  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}[年月日]?/");

  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z][A-Za-z0-9]{0,4}$");

  private static final Pattern MAIL =
      Pattern.compile("(?:[A-Za-z0-9.%+-][A-Za-z0-9._%+-]*)?\\*?[@＠][A-Za-z0-9.-]*");

  /** What stands for a number of a person once it was taken out. */
  private static final Pattern SCRUBBED = Pattern.compile("〔[^〕*]{2,5}〕");

  private final String folder;
  private final String delivered;

  /**
   * The name of a file.
   *
   * @param path its name; below the inbox its path there, with slashes
   */
  DraftName(String path) {
    int name = path.lastIndexOf('/') + 1;
    this.folder = path.substring(0, name);
    this.delivered = path.substring(name);
  }

  /** A name for the source: the Latin words of the file's name; else empty. */
  String plain() {
    String stem = delivered.substring(0, delivered.length() - extension(delivered).length());
    String words = starred(stem).toLowerCase(Locale.ROOT);
    String name = words.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|(-\\d+)?-*$", "");
    return name.isEmpty() || !Character.isLetter(name.charAt(0)) ? "" : name;
  }

  /** A glob the file's name matches, and those of other days. */
  String location() {
    StringBuilder dated = new StringBuilder();
    for (String part : folder.split("(?<=/)")) {
      dated.append(NUMBER.matcher(part).matches() ? "*/" : wild(part));
    }
    dated.append(wild(delivered));
    return dated.toString().replaceAll("\\*(?:[-_. ]?\\*)+", "*");
  }

  /** Whether the name bears something like a date. */
  boolean dated() {
    return DATED.matcher(delivered).find();
  }

  /** An as_of pattern the file's name matches; null where no day stands in it as one is read. */
  @Nullable String asOf() {
    Matcher day = DAY.matcher(delivered);
    String found = null;
    while (day.find()) {
      String before = wild(delivered.substring(0, day.start()));
      String rest = delivered.substring(day.end());
      String pattern = before + "{date}" + after(rest);
      if (AsOf.read(pattern, delivered).isPresent()) {
        // of several days the last: a file of a span speaks for its end
        found = pattern;
      }
    }
    return found;
  }

  private static String after(String rest) {
    Matcher number = Pattern.compile("^([-_]?)(\\d+)(?=\\D|$)").matcher(rest);
    if (!number.find()) {
      return wild(rest);
    }
    String digits = number.group(2);
    String mark =
        digits.length() == 6 || (number.group(1).isEmpty() && digits.length() == 4)
            ? "{time}"
            : digits.length() < 6 && !number.group(1).isEmpty() ? "{seq}" : "*";
    return number.group(1) + mark + wild(rest.substring(number.end()));
  }

  /**
   * Without what means something in a glob or an as_of pattern; dates, mail addresses, and numbers
   * that may be a person's, as stars.
   */
  private static String wild(String text) {
    String end = extension(text);
    return starred(text.substring(0, text.length() - end.length())) + end;
  }

  private static String starred(String text) {
    String plain = text.replaceAll("[\\[\\]{}*?\\\\]", "?");
    String dated = DATED.matcher(plain).replaceAll("*");
    String scrubbed = Scrubber.scrub(MAIL.matcher(dated).replaceAll("*"));
    return SCRUBBED.matcher(scrubbed).replaceAll("*").replaceAll("\\d{7,}[Xx]?", "*");
  }

  private static String extension(String text) {
    Matcher found = EXTENSION.matcher(text);
    return found.find() ? found.group() : "";
  }
}
