package hallmetrics.run;

import java.util.function.Consumer;

/** The end of the process by a signal: told once, whatever breaks because of it. */
public final class Signalled {
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

  private void end(Consumer<String> tell) {
    if (!over) {
      told = true;
      tell.accept(Endings.message(Endings.stopped().build()));
    }
  }
}
