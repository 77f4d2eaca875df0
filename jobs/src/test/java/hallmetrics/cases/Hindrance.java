package hallmetrics.cases;

import hallmetrics.ledger.Failpoint;
import hallmetrics.ledger.RunLock;
import hallmetrics.ledger.StoreLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What stands in the way of a run; closing it takes it away. */
interface Hindrance extends AutoCloseable {
  @Override
  void close() throws IOException;

  /** The hindrance of a name: lock, damage, full; none for an empty name. */
  static Hindrance of(String name, CaseSite site) throws IOException {
    return switch (name) {
      case "" -> () -> {};
      case "lock" -> lock(site);
      case "damage" -> damage(site);
      case "full" -> full();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Hindrance lock(CaseSite site) {
    RunLock lock =
        RunLock.acquire(
            StoreLocation.local(site.store()), "hall nightly --date 2026-11-03", Duration.ZERO);
    return lock::close;
  }

  /** One byte of a file of counts is another. */
  private static Hindrance damage(CaseSite site) throws IOException {
    Path data = site.store().resolve("warehouse/night/daily/data");
    List<Path> files;
    try (Stream<Path> all = Files.walk(data)) {
      files = all.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
    Path file = files.get(0);
    byte[] whole = Files.readAllBytes(file);
    byte[] broken = whole.clone();
    broken[broken.length / 2] ^= 1;
    Files.write(file, broken);
    return () -> Files.write(file, whole);
  }

  /** The disk has no room for the third file a run makes. */
  private static Hindrance full() {
    Failpoint.ask("create:3:enospc");
    return () -> Failpoint.ask(null);
  }
}
