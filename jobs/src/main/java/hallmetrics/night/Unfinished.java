package hallmetrics.night;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.journal.WholeFile;
import hallmetrics.ledger.RunRecord;
import hallmetrics.ledger.RunState;
import hallmetrics.ledger.StoreLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Nights whose decision is about to come or has come, and whose editions have not: {@code
 * nights.open} in the store, a line a night. A night that was cut off between the two is known by
 * it; where it is missing there is none.
 */
final class Unfinished {
  private static final Pattern LINE = Pattern.compile("(r\\d+) (\\d{4}-\\d{2}-\\d{2})");

  private final Path file;

  private Unfinished(Path file) {
    this.file = file;
  }

  static Unfinished of(StoreLocation store) {
    return new Unfinished(store.folder().resolve("nights.open"));
  }

  /** Before a night is decided. */
  void begin(String run, LocalDate day) {
    Map<String, LocalDate> lines = lines();
    lines.put(run, day);
    write(lines);
  }

  /**
   * After a night has published its day and what the day closes; earlier ones of it are settled.
   */
  void done(LocalDate day) {
    Map<String, LocalDate> lines = lines();
    if (lines.values().removeIf(day::equals)) {
      write(lines);
    }
  }

  /** Those of the runs that were decided and cut off; a line of a run that never came is none. */
  List<RunRecord> among(List<RunRecord> runs) {
    Map<String, LocalDate> lines = lines();
    Predicate<RunRecord> cut =
        run ->
            run.state() == RunState.DECIDED
                && run.businessDate() != null
                && run.businessDate().equals(lines.get(run.run()));
    return lines.isEmpty() ? List.of() : runs.stream().filter(cut).toList();
  }

  private Map<String, LocalDate> lines() {
    Map<String, LocalDate> lines = new TreeMap<>();
    if (Files.exists(file)) {
      try {
        for (String line : Files.readAllLines(file)) {
          Matcher night = LINE.matcher(line);
          if (!night.matches()) {
            throw damaged(line);
          }
          lines.put(night.group(1), LocalDate.parse(night.group(2)));
        }
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
    return lines;
  }

  private HallException damaged(String line) {
    return HallException.of("store-damaged", ExitStatus.REFUSED, "数据仓里的一个文件被改动过")
        .english("a file of the store is damaged")
        .where(file + "：" + line)
        .next("删掉这个文件，用 hall status 看哪些业务日没有发布，从最早的起重跑 hall nightly。")
        .build();
  }

  private void write(Map<String, LocalDate> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach((run, day) -> text.append(run).append(' ').append(day).append('\n'));
    try {
      WholeFile.write(file, text.toString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
