package hallmetrics.night;

import hallmetrics.ingest.Inbox;
import hallmetrics.ingest.SeenFiles;
import hallmetrics.ingest.Unread;
import hallmetrics.ledger.StoreReader;
import hallmetrics.source.SourceSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files a night reads: every unread one of its sources, or those named by hand. */
final class Findings {
  private static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);
  private final NightRequest request;
  private final Standing standing;
  private @Nullable SeenFiles seen;

  Findings(NightRequest request, Standing standing) {
    this.request = request;
    this.standing = standing;
  }

  Inbox.Found look() {
    List<SourceSpec> sources =
        request.workplace().sources().stream()
            .filter(source -> request.source() == null || source.name().equals(request.source()))
            .toList();
    if (request.files().isEmpty()) {
      return look(new Inbox(request.workplace().inbox(), sources));
    }
    return named(new Inbox(request.workplace().inbox(), request.workplace().sources()));
  }

  private Inbox.Found look(Inbox inbox) {
    try {
      Path index = request.workplace().store().folder().resolve("inbox.seen");
      SeenFiles files = SeenFiles.of(index, request.clock());
      Inbox.Found found =
          inbox.look(
              Objects.requireNonNullElse(request.day(), ANY_DAY),
              standing.known(request.accepted(), true),
              request.asOf(),
              files::sha256);
      if (request.source() == null && !request.dryRun()) {
        seen = files;
      }
      remember();
      return found;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * Spares later nights the reading of what was seen; before the store is there, nothing is kept.
   */
  void remember() {
    SeenFiles files = seen;
    if (files == null || !StoreReader.exists(request.workplace().store())) {
      return;
    }
    try {
      files.save();
      seen = null;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** A file named by hand is read even where it was refused before; one already read is not. */
  private Inbox.Found named(Inbox inbox) {
    Set<String> known = new HashSet<>(standing.known(request.accepted(), false).keySet());
    List<Unread> unread = new ArrayList<>();
    List<String> repeated = new ArrayList<>();
    for (Path file : request.files()) {
      Unread found = inbox.named(file, request.source(), request.asOf());
      if (known.add(found.delivery().sha256())) {
        unread.add(found);
      } else {
        repeated.add(found.delivery().name());
      }
    }
    return new Inbox.Found(unread, List.of(), repeated);
  }
}
