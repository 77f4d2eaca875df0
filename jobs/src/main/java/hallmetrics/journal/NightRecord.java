package hallmetrics.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of one night. It holds no direct identifier and no secret.
 *
 * @param run id of its row in {@code night.runs}; null where nothing was decided or refused
 * @param verb nightly or ingest
 * @param launch id of its log lines: its launcher's ({@code hall.launch}) or one of its own; null
 *     in records of older versions
 * @param launcher java or spark-submit
 * @param businessDate null for ingest
 * @param asOf greatest business date decided with it; null where nothing was
 * @param exitStatus what the process ends with
 * @param code gate or fault code; null where neither ended it
 * @param cause one line (Chinese): why it did not publish, or not all; null where all is well
 * @param lines what a person read, in order
 * @param files what was found in the inbox, by name
 * @param fates records of the files that were read by source and fate; of a refused night UNDECIDED
 *     and REJECTED
 * @param editions what it published
 * @param missing who stopped sending, as of the night; null where it was not asked
 * @param stages in order
 */
public record NightRecord(
    @Nullable String run,
    String verb,
    @Nullable String launch,
    String launcher,
    @Nullable LocalDate businessDate,
    @Nullable LocalDate asOf,
    Instant started,
    Instant ended,
    Outcome outcome,
    int exitStatus,
    @Nullable String code,
    @Nullable String cause,
    List<String> lines,
    List<FileNote> files,
    SortedMap<String, SortedMap<String, Long>> fates,
    List<EditionNote> editions,
    @Nullable List<MissingNote> missing,
    List<StageNote> stages,
    Usage usage,
    String software) {

  /** What became of a file. */
  public enum FileState {
    /** Read whole; its records have fates. */
    READ,
    /** Kept out as a whole. */
    REFUSED,
    /** Its bytes came before. */
    REPEATED,
    /** It lies there, its bytes were refused before, and nothing that decides changed since. */
    REFUSED_BEFORE
  }

  /**
   * A file of the inbox.
   *
   * @param source null of a repeated one
   * @param code why it was or had been refused; null otherwise
   * @param records how many were read; 0 where none were
   */
  public record FileNote(
      String name, @Nullable String source, FileState state, @Nullable String code, long records) {}

  /** An edition that appeared. */
  public record EditionNote(String period, int edition, String figuresHash) {}

  /**
   * A source, or a place of it, that stopped sending.
   *
   * @param scope ALL (the whole source), REGION or HALL
   * @param id empty for ALL
   * @param since first expected day without rows
   * @param days expected days without rows since
   */
  public record MissingNote(String source, String scope, String id, LocalDate since, int days) {}

  /** A stage of the night; one begins where the one before it ends. */
  public record StageNote(String stage, double seconds) {}

  /**
   * Whether an id is that of the night's launch, or what its launcher gave and {@code scripts/hall}
   * added to: {@code GIVEN@MADE}.
   */
  public boolean launchedAs(String id) {
    return launch != null && (launch.equals(id) || launch.startsWith(id + "@"));
  }

  /** Whether it tried its business date: no try-out, and not turned away by another run. */
  public boolean tried() {
    return verb.equals("nightly") && outcome != Outcome.DRY_RUN && !"store-busy".equals(code);
  }

  /** How many records the files held that were read. */
  public long rowsIn() {
    return fates.values().stream()
        .flatMap(fates -> fates.values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  /** Records of all sources that met a fate. */
  public long rows(String fate) {
    return fates.values().stream().mapToLong(source -> source.getOrDefault(fate, 0L)).sum();
  }

  /** How many files are in a state. */
  public long files(FileState state) {
    return files.stream().filter(file -> file.state() == state).count();
  }

  /** Wall seconds from start to end. */
  public double seconds() {
    return (ended.toEpochMilli() - started.toEpochMilli()) / 1000.0;
  }

  /** Records read in a second of wall time; null where none were read. */
  public @Nullable Double rowsPerSecond() {
    return rowsIn() == 0 || seconds() <= 0 ? null : rowsIn() / seconds();
  }

  /** Wall seconds by stage name, in the order they first began. */
  public Map<String, Double> secondsByStage() {
    Map<String, Double> seconds = new LinkedHashMap<>();
    stages.forEach(stage -> seconds.merge(stage.stage(), stage.seconds(), Double::sum));
    return seconds;
  }
}
