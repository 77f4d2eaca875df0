package hallmetrics.metrics;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.ledger.View;
import hallmetrics.region.Registers;
import hallmetrics.settings.Targets;
import hallmetrics.time.Period;
import hallmetrics.time.WorkCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What figures are asked for.
 *
 * @param view the night they rest on
 * @param periods one or several; a day and its month to date are two
 * @param asOf day of the figures
 * @param received up to which day each ledger table was received, see {@link Received}: what falls
 *     due later is not judged yet; a table that is not in it is taken as received
 * @param missing who did not send what, which may still be being found out
 * @param metrics ids asked; empty for all
 * @param history whether signals are wanted, which need the months before
 * @param lookBackDays how many days back a duty or a row of a derived table may have begun that is
 *     still open or counts
 */
public record MetricsRequest(
    View view,
    Catalogue catalogue,
    Registers registers,
    WorkCalendar calendar,
    Targets targets,
    List<Period> periods,
    LocalDate asOf,
    Map<String, LocalDate> received,
    Supplier<NotReceived> missing,
    Set<String> metrics,
    boolean history,
    int lookBackDays) {
  /** How far duties look back unless a site says otherwise. */
  public static final int LOOK_BACK_DAYS = 400;

  /** Who did not send what; waits until it is known. */
  NotReceived notReceived() {
    return missing.get();
  }

  /** The last day on which something due may be judged, given the tables it is read from. */
  LocalDate judgedUntil(List<String> tables) {
    LocalDate until = asOf;
    for (String table : tables) {
      LocalDate last = received.get(table);
      if (last != null && last.isBefore(until)) {
        until = last;
      }
    }
    return until;
  }
}
