package hallmetrics.airflow;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who trigger on one machine do it one after the other. Airflow's api-server works on forty
 * calls at once with fifteen connections to its database: fifty clients at the same moment were
 * seen to block it for minutes, threads waiting for connections and those who held one for a
 * thread.
 *
 * <p>A courtesy, not what keeps a date to one run: who has waited for most of his time, or cannot
 * lock a file, goes on without it.
 */
final class Turn implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Turn.class);
  private static final Duration LOOK = Duration.ofMillis(100);

  // a file's lock is the process's: threads need one of their own
  private static final Semaphore HERE = new Semaphore(1, true);

  private final boolean here;
  private final @Nullable FileChannel file;

  private Turn(boolean here, @Nullable FileChannel file) {
    this.here = here;
    this.file = file;
  }

  /**
   * Waits for the turn, three quarters of the time that is left at most.
   *
   * @param folder where the lock's file lies, the same for all clients of the machine
   * @param end of the client's time
   */
  static Turn take(Path folder, URI address, Pace pace, Instant end) {
    Duration left = Duration.between(pace.clock().instant(), end);
    Instant late = end.minus(left.dividedBy(4));
    boolean here = here(left.multipliedBy(3).dividedBy(4));
    try {
      return new Turn(here, here ? locked(folder, address, pace, late) : null);
    } catch (RuntimeException failed) {
      release(here);
      throw failed;
    }
  }

  private static boolean here(Duration longest) {
    try {
      return HERE.tryAcquire(Math.max(0, longest.toMillis()), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("stopped while waiting"));
    }
  }

  /** The file, locked; null where that cannot be. */
  private static @Nullable FileChannel locked(Path folder, URI address, Pace pace, Instant late) {
    Path path = folder.resolve(name(address));
    FileChannel file = null;
    try {
      file =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
      while (!lock(file)) {
        if (!pace.clock().instant().isBefore(late)) {
          LOG.info("{}: others hold it for long, going on", path);
          file.close();
          return null;
        }
        pace.waiting().pause(LOOK.plusMillis(pace.random().nextLong(LOOK.toMillis())));
      }
      return file;
    } catch (IOException unable) {
      LOG.info("no turns are taken: {}", unable.toString());
      close(file);
      return null;
    }
  }

  private static boolean lock(FileChannel file) throws IOException {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException ours) {
      return false;
    }
  }

  /** One file a user and an Airflow: another user's could not be opened. */
  private static String name(URI address) {
    String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._-]", "_");
    String place = String.format(Locale.ROOT, "%08x", address.toString().hashCode());
    return "hall-airflow-" + user + '-' + place + ".turn";
  }

  private static void close(@Nullable FileChannel file) {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException unable) {
      LOG.info("{}", unable.toString());
    }
  }

  private static void release(boolean here) {
    if (here) {
      HERE.release();
    }
  }

  @Override
  public void close() {
    // the file stays: one that waits may have opened it
    close(file);
    release(here);
  }
}
