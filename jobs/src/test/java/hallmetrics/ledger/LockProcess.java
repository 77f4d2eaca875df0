package hallmetrics.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Takes the lock of a store, says so by a file, and holds it until it is killed. */
final class LockProcess {
  private LockProcess() {}

  public static void main(String[] arguments) throws Exception {
    StoreLocation location = StoreLocation.local(Path.of(arguments[0]));
    try (RunLock lock = RunLock.acquire(location, "hall nightly", Duration.ZERO)) {
      Files.createFile(lock.location().folder().resolve("held"));
      new CountDownLatch(1).await();
    }
  }
}
