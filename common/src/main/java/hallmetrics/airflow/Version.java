package hallmetrics.airflow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version such as 3.3.2; what follows the three numbers (rc1, .dev0) makes it no older. */
record Version(int major, int minor, int patch) implements Comparable<Version> {
  static final Version LEAST = new Version(3, 2, 2);
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,6})\\.(\\d{1,6})(?:\\.(\\d{1,6}))?.*");

  static Version of(String text) {
    Matcher numbers = NUMBERS.matcher(text);
    if (!numbers.matches()) {
      throw new Json.Unexpected("'" + text + "' is no version");
    }
    String patch = numbers.group(3);
    return new Version(
        Integer.parseInt(numbers.group(1)),
        Integer.parseInt(numbers.group(2)),
        patch == null ? 0 : Integer.parseInt(patch));
  }

  @Override
  public int compareTo(Version other) {
    int byMajor = Integer.compare(major, other.major);
    int byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
    return byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
  }
}
