package hallmetrics.ledger;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The right to write to a store: one holder at a time. The system frees it when the holder dies
 * (kernel file lock; advisory lock of the server for a PostgreSQL catalog), so it is never stale.
 *
 * <p>A store with a REST catalog is locked against runs of this machine only; there the scheduler
 * keeps runs apart, and the decision of a run that was overtaken fails.
 */
public final class RunLock implements AutoCloseable {
  /** Name of the lock file at the root of a local store. */
  static final String FILE = "run.lock";

  private static final long RETRY_MILLIS = 200;

  private final StoreLocation location;
  private final AutoCloseable held;

  private RunLock(StoreLocation location, AutoCloseable held) {
    this.location = location;
    this.held = held;
  }

  /**
   * Takes the lock, making the folder of a local store where it is missing.
   *
   * @param who what holds it, as another run shall read it, such as {@code hall nightly --date
   *     2026-10-31}; process and host are added
   * @param wait how long to wait for another run to end; zero to refuse at once
   * @throws HallException {@code store-busy}, exit 4, naming the holder
   */
  public static RunLock acquire(StoreLocation location, String who, Duration wait) {
    // twice at least: a look at who holds it takes it for a moment
    long end = System.nanoTime() + Math.max(wait.toNanos(), RETRY_MILLIS * 1_000_000);
    while (true) {
      Optional<AutoCloseable> held = StoreFaults.guard(location, () -> attempt(location, who));
      if (held.isPresent()) {
        return new RunLock(location, held.get());
      }
      if (System.nanoTime() - end >= 0) {
        throw busy(location);
      }
      pause();
    }
  }

  private static Optional<AutoCloseable> attempt(StoreLocation location, String who) {
    String title = who + ", pid " + ProcessHandle.current().pid();
    return location.catalogType().equals("postgresql")
        ? PostgresLock.attempt(location, title)
        : FileMutex.attempt(location, title);
  }

  /**
   * Who holds the lock now, without taking it from anybody; empty when nobody does. The look itself
   * may hold a free lock for a moment, which is why {@link #acquire} asks twice.
   */
  public static Optional<String> holder(StoreLocation location) {
    return StoreFaults.guard(
        location,
        () ->
            location.catalogType().equals("postgresql")
                ? PostgresLock.holder(location)
                : FileMutex.holder(location));
  }

  private static HallException busy(StoreLocation location) {
    String holder = holder(location).orElse("(ended meanwhile)");
    return HallException.of("store-busy", ExitStatus.OUTSIDE, "另一次运行正占用数据仓：" + holder)
        .english("another run holds the store: " + holder)
        .where(location.root())
        .next("等它结束后重试，或加 --wait 等待。")
        .build();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted while waiting for the store", e));
    }
  }

  /** The store it locks. */
  public StoreLocation location() {
    return location;
  }

  @Override
  public void close() {
    try {
      held.close();
    } catch (Exception e) {
      throw new IllegalStateException("run lock not released: " + location.root(), e);
    }
  }
}
