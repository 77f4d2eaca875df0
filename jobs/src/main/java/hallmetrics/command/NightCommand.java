package hallmetrics.command;

import hallmetrics.night.Diary;
import hallmetrics.night.NightJob;
import hallmetrics.night.NightReport;
import hallmetrics.night.NightRequest;
import hallmetrics.run.Signalled;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A night from the command line: what it prints, its exit status, its record where one is asked.
 */
final class NightCommand {
  private final Terminal terminal;
  private final Diary diary;
  private final @Nullable RecordFile record;

  /** A night whose record is also written to a file, unless that is null. */
  NightCommand(Terminal terminal, Diary diary, @Nullable Path record) {
    this.terminal = terminal;
    this.diary = diary;
    this.record = record == null ? null : new RecordFile(terminal, record);
  }

  /** Runs a night and answers its exit status; what ends it is recorded and thrown on. */
  int run(Supplier<NightRequest> request) {
    diary.mark();
    if (record != null) {
      record.clear();
    }
    try (Signalled.Hold hold = Signalled.hold()) {
      return recorded(request);
    }
  }

  private int recorded(Supplier<NightRequest> request) {
    NightReport report;
    try {
      report = new NightJob(request.get()).run();
    } catch (RuntimeException | Error fault) {
      if (record != null) {
        record.write(diary.failed(fault));
      }
      throw fault;
    }
    if (record != null) {
      record.write(diary.ended(report));
    }
    report.lines().forEach(terminal::say);
    return report.status().code();
  }
}
