package hallmetrics.ingest;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.value.Mask;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file a person named on the command line. */
public final class GivenFile {
  private GivenFile() {}

  /**
   * Refuses what is no file.
   *
   * @throws HallException {@code file-missing}, exit 2
   */
  public static void require(Path file) {
    if (!Files.isRegularFile(file)) {
      boolean folder = Files.isDirectory(file);
      throw HallException.of(
              "file-missing",
              ExitStatus.USAGE,
              (folder ? "这是一个目录，不是文件：" : "找不到文件 ") + Mask.path(file))
          .english(folder ? "a folder, not a file" : "no such file")
          .next(folder ? "写出其中一份文件；整个报送目录由 hall nightly 读。" : "核对路径后重试。")
          .build();
    }
  }
}
