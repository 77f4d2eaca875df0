package hallmetrics.publish;

import hallmetrics.edition.Editions;
import hallmetrics.edition.Manifest;
import hallmetrics.time.Grain;
import hallmetrics.time.Period;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Published quarters and years that stayed as they were when a month in them was restated: they are
 * named until they are restated too.
 */
public final class LeftBehind {
  /** What such a list says, Chinese. */
  public static final String WHAT = "月份已再版，所在季度、年度仍是旧数";

  /** What to do about it, Chinese. */
  public static final String NEXT = "需要时运行 hall publish --period 季度或年度 --reason …。";

  private LeftBehind() {}

  /** A sentence (Chinese) for each such period and month, by period. */
  public static List<String> of(Editions editions) {
    List<String> behind = new ArrayList<>();
    for (String name : editions.periods()) {
      Period period = Period.parse(name);
      if (period.grain() != Grain.QUARTER && period.grain() != Grain.YEAR) {
        continue;
      }
      Path wide = editions.current(name).orElseThrow();
      period.months().stream()
          .map(month -> Period.month(month).toString())
          .filter(month -> editions.newest(month) > 1)
          .filter(month -> later(editions.current(month).orElseThrow(), wide))
          .forEach(
              month ->
                  behind.add(
                      name
                          + " 第"
                          + editions.newest(name)
                          + "版早于 "
                          + month
                          + " 第"
                          + editions.newest(month)
                          + "版"));
    }
    return behind;
  }

  /**
   * Whether a month rests on a delivery the wider period lacks, or on a definition made after it.
   */
  private static boolean later(Path month, Path wide) {
    Manifest narrow = Editions.manifest(month);
    Manifest wider = Editions.manifest(wide);
    if (!wider.inputs().containsAll(narrow.inputs())) {
      return true;
    }
    return !wider.fingerprint().equals(narrow.fingerprint())
        && written(month).compareTo(written(wide)) > 0;
  }

  private static FileTime written(Path edition) {
    try {
      return Files.getLastModifiedTime(edition.resolve("manifest.json"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
