package hallmetrics.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The configuration in force, as one zip whose bytes depend on the texts alone. */
final class ConfZip {
  /** Not the first instant a zip can say: of that one it writes the machine's time zone too. */
  private static final LocalDateTime FIXED = LocalDateTime.of(2000, 1, 1, 0, 0);

  private ConfZip() {}

  static void write(Path file, SortedMap<String, String> texts) {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> text : texts.entrySet()) {
        ZipEntry entry = new ZipEntry(text.getKey());
        entry.setTimeLocal(FIXED);
        zip.putNextEntry(entry);
        zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * Writes the texts of a zip that was verified into a new folder.
   *
   * @throws UncheckedIOException if the disk refuses
   */
  static void unpack(Path file, Path folder) {
    try (InputStream in = Files.newInputStream(file);
        ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path text = folder.resolve(entry.getName()).normalize();
        if (!text.startsWith(folder)) {
          throw new IOException("a name that leaves the folder: " + entry.getName());
        }
        Files.createDirectories(text.resolve(".."));
        Files.copy(zip, text);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
