package hallmetrics.night;

import hallmetrics.ingest.Found;
import hallmetrics.ingest.Inbox;
import hallmetrics.ingest.Newcomers;
import hallmetrics.ingest.SeenFiles;
import hallmetrics.ledger.DeliveryRecord;
import hallmetrics.run.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The inbox as the next night would see it; changes nothing and needs no lock. */
public final class Looking {
  /** A day after every as_of. */
  public static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);

  private Looking() {}

  /**
   * What a night of a day would find.
   *
   * @throws hallmetrics.fault.HallException {@code no-inbox}, exit 2
   */
  public static Found at(Workplace workplace, Standing standing, Clock clock, LocalDate day) {
    try {
      // read, never saved: the index belongs to the night, which holds the lock
      SeenFiles seen = SeenFiles.of(workplace.store().folder().resolve("inbox.seen"), clock);
      Inbox inbox = new Inbox(workplace.inbox(), workplace.sources());
      List<Path> files =
          workplace.sources().stream().flatMap(source -> inbox.files(source).stream()).toList();
      Set<Long> sizes =
          standing.deliveries().stream().map(DeliveryRecord::bytes).collect(Collectors.toSet());
      return inbox.look(
          day,
          standing.known(workplace, Set.of()),
          null,
          new Newcomers(seen::sha256, sizes, files));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
