package hallmetrics.status;

import hallmetrics.journal.NightRecord;
import hallmetrics.journal.Outcome;
import hallmetrics.night.Waiting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a store and its inbox stand.
 *
 * @param store where it lies
 * @param begun whether there is a store yet
 * @param lastNight newest business date decided, or null
 * @param publishing whether the night of that date runs now and its edition is not there yet
 * @param running who holds the store now, or null
 * @param nights the last records, the newest first
 * @param unrecorded the newest decided run, where it left no record and does not run now; else null
 * @param unpublished business dates without an edition whose night should be run, the oldest first
 * @param unrepeated business dates that are published and whose newest night was refused or failed
 * @param damaged files of records that could not be read, among those looked at
 * @param missing who stopped sending, as of the newest business date that asked; null where none
 *     did
 * @param waiting files that were refused and stay out
 * @param unclaimed what lies in the inbox and no source reads
 * @param years years whose working calendar is due
 */
public record Status(
    Instant at,
    String store,
    boolean begun,
    @Nullable LocalDate lastNight,
    boolean publishing,
    @Nullable String running,
    List<NightRecord> nights,
    @Nullable String unrecorded,
    List<Stretch> unpublished,
    List<Stretch> unrepeated,
    List<String> damaged,
    List<Kind> editions,
    @Nullable Missing missing,
    List<Waiting> waiting,
    List<String> unclaimed,
    List<Integer> years,
    NextNight next) {

  /**
   * Consecutive business dates that stand alike.
   *
   * @param outcome of their newest nights; null where they were never run, or were decided and left
   *     unpublished
   * @param words the same for a person (Chinese)
   * @param next what to do, with the command of the first date (Chinese)
   */
  public record Stretch(
      LocalDate from, LocalDate to, @Nullable Outcome outcome, String words, String next) {

    /** How many dates. */
    public int days() {
      return (int) (to.toEpochDay() - from.toEpochDay()) + 1;
    }

    /** Whether a date is one of them. */
    public boolean has(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  /**
   * Editions of a kind.
   *
   * @param kind day, month, quarter, year or other
   * @param periods how many periods have one
   * @param newest the period that ends last
   * @param edition its newest edition
   */
  public record Kind(String kind, int periods, String newest, int edition) {}

  /** Who stopped sending, as of a business date. */
  public record Missing(LocalDate asOf, List<Silent> silent) {}

  /**
   * A source, or a place of it, that stopped sending.
   *
   * @param scope ALL, REGION or HALL
   * @param id empty for ALL
   * @param name of the place; empty for ALL
   */
  public record Silent(
      String source,
      String title,
      String scope,
      String id,
      String name,
      LocalDate since,
      int days) {}

  /**
   * What the next night will do.
   *
   * @param date its business date
   * @param oldest where no night was decided yet, the oldest day the files it will read speak for;
   *     else null, and where there are none
   * @param files unread files it will read; null where the inbox cannot be read
   * @param fault why the inbox cannot be read; null where it can
   * @param later how many unread files speak for a later day
   * @param closes months, quarters and years it will also publish
   */
  public record NextNight(
      LocalDate date,
      @Nullable LocalDate oldest,
      @Nullable List<String> files,
      @Nullable String fault,
      int later,
      List<String> closes) {}
}
