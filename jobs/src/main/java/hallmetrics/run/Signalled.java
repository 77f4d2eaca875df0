package hallmetrics.run;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The end of the process by a signal: told once, whatever breaks because of it. */
public final class Signalled {
  private static final int MOST = 1_000;
  private static final long SECONDS = 5;
  private static final Semaphore HOLDS = new Semaphore(MOST);
  private static volatile boolean told;

  private volatile boolean over;

  private Signalled() {}

  /**
   * Watches this process until its work is over.
   *
   * @param tell what a person reads when a signal comes before
   */
  public static Signalled watch(Consumer<String> tell) {
    Signalled watch = new Signalled();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> watch.end(tell), "signalled"));
    return watch;
  }

  /** The work is over; the process ends by itself. */
  public void over() {
    over = true;
  }

  /** Whether a signal was told of: what fails from now on is no news. */
  public static boolean told() {
    return told;
  }

  /** What must still be written of work that a signal ends; closed when it is written. */
  public interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * From now until it is closed a signal is told of, and the process may go on for some seconds.
   */
  public static Hold hold() {
    HOLDS.acquireUninterruptibly();
    return HOLDS::release;
  }

  private void end(Consumer<String> tell) {
    if (!over) {
      told = true;
      if (HOLDS.availablePermits() == MOST) {
        // it only read: there is nothing to say of what stands
        return;
      }
      tell.accept(Endings.message(Endings.stopped().build()));
      try {
        if (!HOLDS.tryAcquire(MOST, SECONDS, TimeUnit.SECONDS)) {
          tell.accept("这一次没有留下运行记录。 No record of this run was kept.");
        }
      } catch (InterruptedException cut) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
