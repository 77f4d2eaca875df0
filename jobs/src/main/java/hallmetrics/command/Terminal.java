package hallmetrics.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a person reads: results on standard output, faults on standard error, UTF-8 whatever the
 * locale. Everything else goes to the log.
 */
public final class Terminal {
  private final PrintStream out;
  private final PrintStream err;

  /** A terminal on two streams; bytes written are UTF-8. */
  public Terminal(PrintStream out, PrintStream err) {
    this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
  }

  /** The process's own streams. */
  public static Terminal system() {
    return new Terminal(System.out, System.err);
  }

  /** A line of the result. */
  public void say(String line) {
    out.println(line);
  }

  /** A line of a fault. */
  public void complain(String line) {
    err.println(line);
  }

  /** The stream of results, for tables written row by row. */
  public PrintStream out() {
    return out;
  }

  /** Whether a person is watching, so that progress may be drawn. */
  public boolean watched() {
    return System.console() != null;
  }
}
