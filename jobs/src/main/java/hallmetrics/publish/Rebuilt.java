package hallmetrics.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.io.FileUtils;

/**
 * Where an edition is computed again: a folder of this run's own, which takes the place of the one
 * before when all is written. Two runs at once do not meet; the one that ends last is kept.
 *
 * @param own where this run writes
 * @param kept where it is found afterwards
 */
record Rebuilt(Path own, Path kept) {
  private static final int MOST_TRIES = 100;

  /** An empty folder beside the place it will take. */
  static Rebuilt begin(Path kept) {
    try {
      Files.createDirectories(kept.resolveSibling("."));
      return new Rebuilt(fresh(kept, ".new"), kept);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Path fresh(Path kept, String suffix) throws IOException {
    for (int number = 1; ; number++) {
      try {
        return Files.createDirectory(kept.resolveSibling(kept.getFileName() + suffix + number));
      } catch (FileAlreadyExistsException another) {
        continue;
      }
    }
  }

  /** Takes the place; what stood there before is deleted. */
  void keep() {
    try {
      for (int tries = 1; !taken(tries); tries++) {
        Path old = fresh(kept, ".old");
        try {
          Files.move(kept, old, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException another) {
          // another run moved it away in between: the place may be free now
          continue;
        } finally {
          FileUtils.deleteDirectory(old.toFile());
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What Java throws where the place is not free depends on the file system. */
  private boolean taken(int tries) throws IOException {
    try {
      Files.move(own, kept, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (FileSystemException before) {
      if (tries == MOST_TRIES) {
        throw before;
      }
      return false;
    }
  }
}
