package hallmetrics.night;

import hallmetrics.fault.HallException;
import hallmetrics.ingest.Found;
import hallmetrics.ingest.Inbox;
import hallmetrics.ingest.SeenFiles;
import hallmetrics.ingest.Unclaimed;
import hallmetrics.ledger.DeliveryRecord;
import hallmetrics.ledger.DeliveryState;
import hallmetrics.run.Workplace;
import hallmetrics.value.Mask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One look at an inbox for all who tell of it; an inbox that is not there or cannot be read is told
 * too, and is no fault.
 *
 * @param found what a night of any day would find; null where that cannot be told
 * @param unclaimed what no source claims, as it may be printed
 * @param aside SHA-256 of refused files that lie where no source reads them any more
 * @param fault why {@code found} is null (Chinese, with the path); else null
 */
public record Glance(
    @Nullable Found found, List<String> unclaimed, Set<String> aside, @Nullable String fault) {

  /** Looks; reads nothing but the names where nothing of a delivered size lies there. */
  public static Glance at(Workplace workplace, Standing standing, Clock clock) {
    SeenFiles seen = Looking.seen(workplace, clock);
    Inbox inbox = new Inbox(workplace.inbox(), workplace.sources());
    Unclaimed unclaimed;
    try {
      unclaimed = inbox.unclaimed();
    } catch (HallException unreadable) {
      String sentence = String.valueOf(unreadable.getMessage()).lines().findFirst().orElseThrow();
      String where = unreadable.where() == null ? "" : "：" + unreadable.where();
      return blind(List.of(), sentence + where);
    }
    try {
      Found found = Looking.at(workplace, standing, inbox, seen, Looking.ANY_DAY);
      return new Glance(found, unclaimed.entries(), aside(standing, unclaimed.files(), seen), null);
    } catch (UncheckedIOException broken) {
      return blind(
          unclaimed.entries(), "报送目录里有文件读不了：" + Mask.numbers(String.valueOf(broken.getMessage())));
    }
  }

  private static Glance blind(List<String> unclaimed, String fault) {
    return new Glance(null, unclaimed, Set.of(), fault);
  }

  private static Set<String> aside(Standing standing, List<Path> files, SeenFiles seen) {
    Set<Long> sizes =
        standing.newest().values().stream()
            .filter(one -> one.state() == DeliveryState.REFUSED)
            .map(DeliveryRecord::bytes)
            .collect(Collectors.toSet());
    Set<String> aside = new HashSet<>();
    for (Path file : files) {
      try {
        if (sizes.contains(Files.size(file))) {
          aside.add(seen.sha256(file));
        }
      } catch (NoSuchFileException gone) {
        continue;
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
    return aside;
  }
}
