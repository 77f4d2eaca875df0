package hallmetrics.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code night.runs}.
 *
 * @param seq number of the run, from 1; a run that was dropped leaves no row and its number is used
 *     again
 * @param run its id: {@code r} and eight digits of seq, so that ids sort as numbers do
 * @param gate the gate that refused it; null when decided
 * @param tables full table name (such as {@code ledger.evaluation}) to snapshot id: what a reader
 *     of this run sees
 */
public record RunRecord(
    long seq,
    String run,
    String verb,
    @Nullable LocalDate businessDate,
    @Nullable LocalDate asOf,
    RunState state,
    @Nullable String gate,
    List<String> accepted,
    Map<String, Long> tables,
    Map<String, String> fingerprint,
    String osUser,
    String software,
    Instant started,
    Instant ended) {

  static RunRecord of(
      long seq, RunFacts facts, RunState state, @Nullable String gate, Map<String, Long> tables) {
    return new RunRecord(
        seq,
        id(seq),
        facts.verb(),
        facts.businessDate(),
        facts.asOf(),
        state,
        gate,
        facts.accepted(),
        tables,
        facts.fingerprint(),
        facts.osUser(),
        facts.software(),
        facts.started(),
        facts.ended());
  }

  /** The id of a run's number. */
  static String id(long seq) {
    return String.format(Locale.ROOT, "r%08d", seq);
  }
}
