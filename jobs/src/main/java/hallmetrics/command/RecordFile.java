package hallmetrics.command;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.journal.NightJson;
import hallmetrics.journal.NightRecord;
import hallmetrics.journal.WholeFile;
import hallmetrics.night.Diary;
import hallmetrics.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** The file a scheduler asks a night's record in. */
final class RecordFile {
  /** The option that names it. */
  static final String OPTION = "--record";

  private final Terminal terminal;
  private final Path file;

  RecordFile(Terminal terminal, Path file) {
    this.terminal = terminal;
    this.file = file.toAbsolutePath().normalize();
  }

  /**
   * Takes away what an earlier attempt left: it must not speak for this one, should this one be
   * killed.
   *
   * @throws HallException {@code record-unwritable}, exit 2, before anything is done
   */
  void clear() {
    try {
      WholeFile.write(file, "");
      Files.delete(file);
    } catch (IOException broken) {
      throw HallException.of("record-unwritable", ExitStatus.USAGE, "运行记录写不到指定的文件，这一晚没有开始")
          .english("the record cannot be written there: " + broken.getMessage())
          .where(file.toString())
          .next("给 " + OPTION + " 一个可写目录里的文件名。")
          .build(broken);
    }
  }

  /** Writes a record. The night is over: that it cannot be written is said and changes nothing. */
  void write(NightRecord record) {
    try {
      WholeFile.write(file, NightJson.text(record));
    } catch (IOException broken) {
      terminal.complain(
          "运行记录没有写成 [record-unwritable]，本晚结果不受影响：" + file + "\n" + broken.getMessage());
    }
  }

  /** Records a command line that could not be read, in the file it names where it names one. */
  static void refused(Terminal terminal, String[] arguments, HallException fault) {
    for (int i = 0; i < arguments.length; i++) {
      String value =
          arguments[i].startsWith(OPTION + "=") ? arguments[i].substring(OPTION.length() + 1) : "";
      if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
        value = arguments[i + 1];
      }
      if (!value.isEmpty()) {
        RecordFile record = new RecordFile(terminal, Path.of(value));
        record.write(new Diary("nightly", null, Clock.systemUTC(), Progress.SILENT).failed(fault));
        return;
      }
    }
  }
}
