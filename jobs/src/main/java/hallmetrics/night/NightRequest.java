package hallmetrics.night;

import hallmetrics.run.Progress;
import hallmetrics.run.Workplace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A night, or a reading of files by hand.
 *
 * @param verb nightly or ingest
 * @param day business date; null for ingest
 * @param files files named by hand; empty = every unread file of the sources' locations
 * @param source source of the named files, or of the only source to look at; null for all
 * @param asOf as_of given by hand, or null
 * @param accepted gates a person lets pass
 * @param dryRun do everything on the audit branch, print it, drop it
 * @param patience how long to wait for another run
 * @param clock what the run record says of when it ran; figures never read it
 * @param diary takes note of the night and tells whoever waits how far it is
 */
public record NightRequest(
    Workplace workplace,
    String verb,
    @Nullable LocalDate day,
    List<Path> files,
    @Nullable String source,
    @Nullable LocalDate asOf,
    Set<String> accepted,
    boolean dryRun,
    Duration patience,
    Clock clock,
    Diary diary) {

  /** The night of a business date, without anything a person asked for beside it. */
  public static NightRequest nightly(
      Workplace workplace, LocalDate day, Clock clock, Progress progress) {
    return new NightRequest(
        workplace,
        "nightly",
        day,
        List.of(),
        null,
        null,
        Set.of(),
        false,
        Duration.ZERO,
        clock,
        new Diary("nightly", day, clock, progress));
  }

  /** What holds the store, as others read it: {@code hall nightly --date 2026-10-31}. */
  String title() {
    return "hall " + verb + (dryRun ? " --dry-run" : "") + (day == null ? "" : " --date " + day);
  }
}
