package hallmetrics.night;

import hallmetrics.ingest.Found;
import hallmetrics.ingest.Inbox;
import hallmetrics.ingest.Known;
import hallmetrics.ingest.Refusal;
import hallmetrics.ingest.SeenFiles;
import hallmetrics.ingest.Unread;
import hallmetrics.ledger.StoreReader;
import hallmetrics.source.SourceSpec;
import hallmetrics.time.Shanghai;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files a night reads: every unread one of its sources, or those named by hand. */
final class Findings {
  private final NightRequest request;
  private final Standing standing;
  private List<String> unclaimed = List.of();
  private List<Found.Repeat> told = List.of();
  private @Nullable SeenFiles seen;

  Findings(NightRequest request, Standing standing) {
    this.request = request;
    this.standing = standing;
  }

  Found look() {
    List<SourceSpec> sources =
        request.workplace().sources().stream()
            .filter(source -> request.source() == null || source.name().equals(request.source()))
            .toList();
    if (request.files().isEmpty()) {
      return look(new Inbox(request.workplace().inbox(), sources));
    }
    return named(new Inbox(request.workplace().inbox(), request.workplace().sources()));
  }

  private Found look(Inbox inbox) {
    if (request.source() == null) {
      unclaimed = inbox.unclaimed().entries();
    }
    try {
      Path index = request.workplace().store().folder().resolve("inbox.seen");
      SeenFiles files = SeenFiles.of(index, request.clock());
      Found found =
          inbox.look(
              Objects.requireNonNullElse(request.day(), Looking.ANY_DAY),
              standing.known(request.workplace(), request.accepted()),
              request.asOf(),
              files::sha256);
      told = found.repeated().stream().filter(one -> told(one, files)).toList();
      if (request.source() == null && !request.dryRun()) {
        seen = files;
      }
      return found;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** An earlier night looked at it, and not only to see that it speaks for a later day. */
  private boolean told(Found.Repeat one, SeenFiles files) {
    LocalDate decided = standing.asOf();
    return decided != null
        && files.knew(Path.of(one.file().delivery().path()))
        && !Shanghai.date(one.file().delivery().asOf()).isAfter(decided);
  }

  /** Repeated files that an earlier night has named; none of those named by hand. */
  List<Found.Repeat> told() {
    return told;
  }

  /** What no source claims, as it lay there at the look; none where not all of it was looked at. */
  List<String> unclaimed() {
    return unclaimed;
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
  private Found named(Inbox inbox) {
    Known known = standing.known(request.workplace(), request.accepted());
    Set<String> taken = new HashSet<>();
    List<Unread> unread = new ArrayList<>();
    List<Found.Repeat> repeated = new ArrayList<>();
    for (Path file : request.files()) {
      Unread found = inbox.named(file, request.source(), request.asOf());
      String sha256 = found.delivery().sha256();
      if (!known.read(sha256) && taken.add(sha256)) {
        unread.add(found);
      } else {
        repeated.add(new Found.Repeat(found, standing.newest().get(sha256)));
      }
    }
    return new Found(unread, List.of(), repeated, List.of(), Found.Later.NONE);
  }

  /** Why the files whose day cannot be told stay out. */
  static Map<Unread, Refusal> undated(Found found) {
    Map<Unread, Refusal> undated = new HashMap<>();
    for (Unread file : found.undated()) {
      undated.put(file, Refusal.UNDATED);
    }
    return undated;
  }
}
