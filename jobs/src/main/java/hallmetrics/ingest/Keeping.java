package hallmetrics.ingest;

import hallmetrics.record.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Keeps the bytes of every delivery under its SHA-256, readable by the owner only. */
final class Keeping {
  private Keeping() {}

  /**
   * Copies a file aside and into place, so that tasks read bytes nobody changes meanwhile.
   *
   * @return the same delivery with the kept copy as its path
   */
  static Unread keep(Unread file, Path folder) {
    Delivery delivery = file.delivery();
    Path kept = folder.resolve(delivery.sha256());
    try {
      closed(Files.createDirectories(folder));
      if (!Files.exists(kept)) {
        Path aside = folder.resolve("." + delivery.sha256());
        Files.copy(Path.of(delivery.path()), aside, StandardCopyOption.REPLACE_EXISTING);
        Delivery copied = Delivery.of(delivery.source(), aside, delivery.asOf());
        if (!copied.sha256().equals(delivery.sha256())) {
          throw new IOException(delivery.name() + " changed while it was copied");
        }
        Files.move(aside, kept, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return new Unread(
        file.source(),
        new Delivery(
            delivery.source(),
            delivery.name(),
            kept.toString(),
            delivery.sha256(),
            delivery.bytes(),
            delivery.asOf()));
  }

  private static void closed(Path folder) throws IOException {
    if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }
}
