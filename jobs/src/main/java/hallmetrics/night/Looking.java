package hallmetrics.night;

import hallmetrics.ingest.Found;
import hallmetrics.ingest.Inbox;
import hallmetrics.ingest.Known;
import hallmetrics.ingest.Newcomers;
import hallmetrics.ingest.SeenFiles;
import hallmetrics.run.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The inbox as the next night would see it; changes nothing and needs no lock. */
public final class Looking {
  /** A day after every as_of. */
  public static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);

  private Looking() {}

  /**
   * What a night of a day would find.
   *
   * @throws hallmetrics.fault.HallException {@code no-inbox}, exit 2; {@code inbox-unreadable},
   *     exit 4
   */
  public static Found at(Workplace workplace, Standing standing, Clock clock, LocalDate day) {
    Inbox inbox = new Inbox(workplace.inbox(), workplace.sources());
    return at(workplace, standing, inbox, seen(workplace, clock), day);
  }

  static Found at(
      Workplace workplace, Standing standing, Inbox inbox, SeenFiles seen, LocalDate day) {
    try {
      List<Path> files =
          workplace.sources().stream().flatMap(source -> inbox.files(source).stream()).toList();
      Known known = standing.known(workplace, Set.of());
      return inbox.look(day, known, null, new Newcomers(seen::sha256, known.sizes(), files));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Read, never saved: the index belongs to the night, which holds the lock. */
  static SeenFiles seen(Workplace workplace, Clock clock) {
    try {
      return SeenFiles.of(workplace.store().folder().resolve("inbox.seen"), clock);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
