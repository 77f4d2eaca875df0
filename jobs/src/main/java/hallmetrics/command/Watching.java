package hallmetrics.command;

import hallmetrics.run.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Progress on a terminal as one line that changes, elsewhere one log line a stage. */
final class Watching implements Progress {
  /** Its last part stands in every line of the log, which clerks read. */
  private static final Logger LOG = LoggerFactory.getLogger("hallmetrics.进度");

  private final Terminal terminal;
  private final long began = System.nanoTime();

  Watching(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void stage(String stage, String detail) {
    if (terminal.watched()) {
      long seconds = (System.nanoTime() - began) / 1_000_000_000L;
      terminal.say(String.format(java.util.Locale.ROOT, "%4d 秒  %s  %s", seconds, stage, detail));
    } else {
      LOG.info("{} {}", stage, detail);
    }
  }
}
