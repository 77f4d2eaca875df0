package hallmetrics.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Breaks the program on purpose at a named step, for tests of what a crash leaves behind. Off
 * unless the system property {@code hallmetrics.failpoint=<name>:<n>:<kill|ioexception|enospc>} is
 * set: the n-th time (from 1) step {@code name} is reached, the process is killed with SIGKILL or
 * the step fails.
 *
 * <p>Steps: {@code commit} (after each commit to a table), {@code create} (before a file of the
 * store is created on the driver or in local mode).
 */
public final class Failpoint {
  private static final String PROPERTY = "hallmetrics.failpoint";
  private static final Map<String, AtomicInteger> REACHED = new ConcurrentHashMap<>();

  private Failpoint() {}

  /**
   * Asks for a fault in this process, counting its steps from one; null asks for none. An earlier
   * asking for the same step leaves no count behind.
   */
  public static void ask(@Nullable String asked) {
    REACHED.clear();
    if (asked == null) {
      System.clearProperty(PROPERTY);
    } else {
      System.setProperty(PROPERTY, asked);
    }
  }

  /**
   * Marks a step.
   *
   * @throws UncheckedIOException when this is the step that was asked to fail
   */
  public static void hit(String name) {
    String asked = System.getProperty(PROPERTY);
    if (asked == null) {
      return;
    }
    List<String> parts = List.of(asked.split(":", -1));
    if (parts.get(0).equals(name) && count(asked) == Integer.parseInt(parts.get(1))) {
      fail(parts.get(2), name);
    }
  }

  private static int count(String asked) {
    return REACHED.computeIfAbsent(asked, first -> new AtomicInteger()).incrementAndGet();
  }

  private static void fail(String how, String name) {
    switch (how) {
      case "kill" -> kill();
      case "ioexception" -> throw fault("failpoint " + name, null);
      case "enospc" -> throw fault("No space left on device", null);
      default -> throw new IllegalArgumentException(PROPERTY + ": " + how);
    }
  }

  private static UncheckedIOException fault(String text, @Nullable Throwable cause) {
    return new UncheckedIOException(new IOException(text, cause));
  }

  /** A real SIGKILL from outside: nothing in this process runs afterwards. */
  private static void kill() {
    try {
      long pid = ProcessHandle.current().pid();
      new ProcessBuilder("sh", "-c", "kill -KILL " + pid).inheritIO().start().waitFor();
    } catch (IOException | InterruptedException e) {
      Thread.currentThread().interrupt();
      throw fault("kill failed", e);
    }
    throw new IllegalStateException("still alive after SIGKILL");
  }
}
