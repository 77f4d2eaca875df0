package hallmetrics.airflow;

import hallmetrics.value.Mask;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is written beside a run for whoever looks at Airflow's page: who asked for it, and why. */
final class RunNote {
  /** Airflow takes no longer note. */
  static final int LONGEST = 1000;

  private RunNote() {}

  /**
   * One line, numbers of persons masked: everybody who may look at Airflow reads it.
   *
   * @param why null or blank for no reason
   */
  static String of(String what, @Nullable String why) {
    String reason = why == null ? "" : why.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return cut(reason.isEmpty() ? what : what + "：" + Mask.numbers(reason));
  }

  /** A note with one more line; where it gets too long the oldest lines go. */
  static String added(@Nullable String before, String line) {
    List<String> lines =
        Stream.concat(before == null ? Stream.empty() : before.lines(), Stream.of(line)).toList();
    int first = 0;
    while (String.join("\n", lines.subList(first, lines.size())).length() > LONGEST) {
      first++;
    }
    return String.join("\n", lines.subList(first, lines.size()));
  }

  private static String cut(String line) {
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
