package hallmetrics.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells files that cannot have been delivered before without reading them: a file of a size no
 * delivery and no other file of the inbox has is new. The others are told by their bytes, so that
 * the answer is the night's own.
 */
public final class Newcomers implements Inbox.Identity {
  private final Inbox.Identity exact;
  private final Set<Long> sizes;

  /**
   * Of some files.
   *
   * @param exact reads a file's bytes
   * @param delivered sizes in bytes of what was delivered
   */
  public Newcomers(Inbox.Identity exact, Set<Long> delivered, Collection<Path> files)
      throws IOException {
    this.exact = exact;
    this.sizes = new HashSet<>(delivered);
    Map<Long, Integer> together = new HashMap<>();
    for (Path file : Set.copyOf(files)) {
      try {
        together.merge(Files.size(file), 1, Integer::sum);
      } catch (NoSuchFileException gone) {
        // it is as if it had not been listed; whoever asks for it learns that it is gone
        continue;
      }
    }
    together.forEach(
        (size, count) -> {
          if (count > 1) {
            sizes.add(size);
          }
        });
  }

  @Override
  public String of(Path file) throws IOException {
    return sizes.contains(Files.size(file)) ? exact.of(file) : "new " + file;
  }
}
