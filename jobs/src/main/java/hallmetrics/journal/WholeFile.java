package hallmetrics.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file so that a reader finds the old text or the new one, never a part. */
public final class WholeFile {
  private WholeFile() {}

  /** Writes aside, syncs, renames over what is there, syncs the folder; makes a missing folder. */
  public static void write(Path file, String text) throws IOException {
    Path whole = file.toAbsolutePath();
    Path folder = whole.getParent();
    if (folder == null) {
      throw new IOException("not a file: " + file);
    }
    Files.createDirectories(folder);
    // not a temporary file of the system: those are closed to others, and Prometheus is another
    long pid = ProcessHandle.current().pid();
    Path aside = folder.resolve("." + whole.getFileName() + "." + pid + ".new");
    try {
      Files.writeString(aside, text, StandardCharsets.UTF_8);
      sync(aside);
      Files.move(aside, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
    sync(folder);
  }

  private static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
