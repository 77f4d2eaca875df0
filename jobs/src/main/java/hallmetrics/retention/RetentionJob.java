package hallmetrics.retention;

import hallmetrics.ledger.RunLock;
import hallmetrics.ledger.RunRecord;
import hallmetrics.ledger.StoreFaults;
import hallmetrics.ledger.StoreReader;
import hallmetrics.run.Workplace;
import hallmetrics.time.Shanghai;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds and removes kept deliveries older than {@code retention: deliveries}. Figures, fates and
 * editions do not read them again; a delivery stays known by its SHA-256 and is not read twice.
 */
public final class RetentionJob {
  private static final String NAME = "[0-9a-f]{64}";

  private final Workplace workplace;
  private final Clock clock;

  /** A look at a site's local store. */
  public RetentionJob(Workplace workplace, Clock clock) {
    this.workplace = workplace;
    this.clock = clock;
  }

  /** The first Shanghai day whose deliveries are still kept. */
  public LocalDate keptFrom() {
    return Shanghai.date(clock.instant())
        .minusMonths(workplace.site().options().retention().deliveryMonths());
  }

  /** What is past its retention, the oldest first. */
  public List<KeptDelivery> expired() {
    Path folder = folder();
    if (!StoreReader.exists(workplace.store()) || !Files.isDirectory(folder)) {
      return List.of();
    }
    LocalDate from = keptFrom();
    Map<String, Instant> received = received();
    List<KeptDelivery> expired = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> name(one).matches(NAME)).toList()) {
        Instant known = received.get(name(file));
        Instant at = known == null ? Files.getLastModifiedTime(file).toInstant() : known;
        if (Shanghai.date(at).isBefore(from)) {
          expired.add(new KeptDelivery(file, Shanghai.date(at), Files.size(file)));
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    expired.sort(
        Comparator.comparing(KeptDelivery::received).thenComparing(one -> name(one.file())));
    return expired;
  }

  /**
   * Removes what is past its retention and writes a line of each to {@code deliveries/removed.csv}
   * before it goes.
   *
   * @param patience how long to wait for another run
   * @return what was removed
   * @throws hallmetrics.fault.HallException {@code store-busy}, {@code store-read-only}
   */
  public List<KeptDelivery> remove(Duration patience) {
    if (expired().isEmpty()) {
      return List.of();
    }
    return StoreFaults.guard(
        workplace.store(),
        () -> {
          try (RunLock lock = RunLock.acquire(workplace.store(), "hall purge --delete", patience)) {
            List<KeptDelivery> expired = expired();
            for (KeptDelivery one : expired) {
              remove(one, lock);
            }
            return expired;
          }
        });
  }

  private void remove(KeptDelivery one, RunLock held) {
    Path record = folder().resolve("removed.csv");
    List<String> lines = new ArrayList<>();
    if (!Files.exists(record)) {
      lines.add("sha256,received,bytes,removed,os_user");
    }
    lines.add(
        String.join(
            ",",
            name(one.file()),
            one.received().toString(),
            Long.toString(one.bytes()),
            clock.instant().toString(),
            System.getProperty("user.name", "unknown")));
    try {
      Files.write(
          record,
          lines,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.SYNC);
      Files.delete(one.file());
    } catch (IOException broken) {
      throw new UncheckedIOException("removing under " + held, broken);
    }
  }

  /** When the run ended that read each delivery last, by SHA-256. */
  private Map<String, Instant> received() {
    Map<String, Instant> received = new HashMap<>();
    try (StoreReader reader = StoreReader.open(workplace.store())) {
      Map<String, Instant> ended = new HashMap<>();
      for (RunRecord run : reader.runs()) {
        ended.put(run.run(), run.ended());
      }
      reader
          .deliveries()
          .forEach(
              delivery -> {
                Instant at = ended.get(delivery.run());
                if (at != null) {
                  received.put(delivery.sha256(), at);
                }
              });
    }
    return received;
  }

  private Path folder() {
    return workplace.store().folder().resolve("deliveries");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
