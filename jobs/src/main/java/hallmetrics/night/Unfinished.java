package hallmetrics.night;

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

/**
 * Nights whose decision is about to come or has come, and whose editions have not: {@code
 * nights.open} in the store, a line a night. A night that was cut off between the two is known by
 * it; where it is missing there is none.
 */
final class Unfinished {
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
  List<RunRecord> of(List<RunRecord> runs) {
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
          String[] words = line.split(" ", 2);
          lines.put(words[0], LocalDate.parse(words[1]));
        }
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
    return lines;
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
