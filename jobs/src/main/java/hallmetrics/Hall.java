package hallmetrics;

import hallmetrics.command.Terminal;
import hallmetrics.command.Verbs;
import hallmetrics.run.Signalled;

/**
 * The command line {@code hall}, the same under {@code java -jar} and {@code spark-submit}.
 *
 * <p>This is the only class that ends the process, and only on a fault: a zero status returns from
 * {@code main}, because an exit inside a cluster's container counts as a failure there.
 */
public final class Hall {
  private Hall() {}

  /** Runs one verb; the process ends with its exit status where that is not zero. */
  public static void main(String[] args) {
    Signalled signalled = Signalled.watch(Terminal.system()::complain);
    int status;
    try {
      status = Verbs.run(args);
    } finally {
      signalled.over();
    }
    if (status != 0) {
      System.exit(status);
    }
  }
}
