package hallmetrics.status;

import hallmetrics.ingest.Inbox;
import hallmetrics.ingest.SeenFiles;
import hallmetrics.ledger.DeliveryRecord;
import java.io.IOException;
import java.nio.file.Files;
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
final class Newcomers implements Inbox.Identity {
  private final SeenFiles seen;
  private final Set<Long> sizes = new HashSet<>();

  Newcomers(SeenFiles seen, Collection<DeliveryRecord> delivered, Collection<Path> files)
      throws IOException {
    this.seen = seen;
    delivered.forEach(delivery -> sizes.add(delivery.bytes()));
    Map<Long, Integer> together = new HashMap<>();
    for (Path file : Set.copyOf(files)) {
      together.merge(Files.size(file), 1, Integer::sum);
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
    return sizes.contains(Files.size(file)) ? seen.sha256(file) : "new " + file;
  }
}
