package hallmetrics.night;

import hallmetrics.fault.ExitStatus;
import hallmetrics.journal.Outcome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a night ended.
 *
 * @param status DONE, or REFUSED when something was refused
 * @param code the gate that refused the night; null otherwise
 * @param cause one line (Chinese): why nothing, or not all, was published; null where all is well
 * @param lines what a person reads, in order; the last says what was published or why not
 * @param published folders of the editions that appeared
 */
public record NightReport(
    ExitStatus status,
    Outcome outcome,
    @Nullable String code,
    @Nullable String cause,
    List<String> lines,
    List<Path> published) {

  /** Nothing was there to read; nothing was decided. */
  static NightReport idle(List<String> said) {
    return idle(said, "没有未读的文件，没有入库。", "Nothing to read; nothing was decided.");
  }

  /** A day that is published, with nothing new. */
  static NightReport idle(LocalDate day, List<String> said) {
    return idle(said, day + " 已发布且没有新的报送，无需重跑。", day + " is published and nothing is new.");
  }

  private static NightReport idle(List<String> said, String cause, String english) {
    List<String> lines = new ArrayList<>(said);
    lines.add(cause + " " + english);
    return new NightReport(ExitStatus.DONE, Outcome.NOTHING_NEW, null, cause, lines, List.of());
  }

  /** The same with a line before the others. */
  NightReport after(String line) {
    List<String> all = new ArrayList<>(List.of(line));
    all.addAll(lines);
    return new NightReport(status, outcome, code, cause, all, published);
  }
}
