package hallmetrics.run;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Named in logback.xml: once a signal ends the process, libraries whose files and threads go away
 * under them do not fill the terminal with it.
 */
public final class QuietEnd extends TurboFilter {
  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] parameters,
      @Nullable Throwable fault) {
    boolean ours = logger.getName().startsWith("hallmetrics");
    return Signalled.told() && !ours ? FilterReply.DENY : FilterReply.NEUTRAL;
  }
}
