package hallmetrics.night;

import hallmetrics.fault.ExitStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a night ended.
 *
 * @param status DONE, or REFUSED when something was refused
 * @param lines what a person reads, in order; the last says what was published or why not
 * @param published folders of the editions that appeared
 */
public record NightReport(ExitStatus status, List<String> lines, List<Path> published) {

  /** Nothing was there to read; nothing was decided. */
  static NightReport idle(List<String> lines) {
    List<String> said = new ArrayList<>(lines);
    said.add("没有未读的文件，没有入库。 Nothing to read; nothing was decided.");
    return new NightReport(ExitStatus.DONE, said, List.of());
  }
}
