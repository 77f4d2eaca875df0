package hallmetrics.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A lock file whose lock the kernel frees when its holder dies; its text names the holder. */
final class FileMutex {
  private FileMutex() {}

  /** The lock, or empty while another process (or another part of this one) holds it. */
  static Optional<AutoCloseable> attempt(StoreLocation location, String title) {
    Path file = file(location);
    try {
      Files.createDirectories(file.getParent());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lock(channel);
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(title.getBytes(StandardCharsets.UTF_8)), 0);
      return Optional.of(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException held) {
      // this very process holds it: as busy as any other holder
      return null;
    }
  }

  /** What the holder wrote about itself; empty when nobody holds it. */
  static Optional<String> holder(StoreLocation location) {
    Path file = file(location);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (shared(channel)) {
        return Optional.empty();
      }
      return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two that look do not stand in each other's way; closing the channel lets go. */
  private static boolean shared(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(0, Long.MAX_VALUE, true) != null;
    } catch (OverlappingFileLockException held) {
      return false;
    }
  }

  /** Inside a local store; in the temporary folder of this machine for any other. */
  private static Path file(StoreLocation location) {
    if (!location.remote()) {
      return location.folder().resolve(RunLock.FILE);
    }
    UUID name = UUID.nameUUIDFromBytes(location.root().getBytes(StandardCharsets.UTF_8));
    return Path.of(System.getProperty("java.io.tmpdir"), "hallmetrics-" + name + ".lock");
  }
}
