package hallmetrics.status;

import hallmetrics.journal.NightRecord;
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
 * @param running who holds the store now, or null
 * @param nights the last records, the newest first
 * @param unrecorded the newest decided run, where it left no record among those; else null
 * @param damaged files of records that could not be read, among those looked at
 * @param missing who stopped sending, as of the newest night that asked; null where none did
 * @param waiting files that were refused and stay out
 * @param unclaimed what lies in the inbox and no source reads
 * @param years years whose working calendar is due
 */
public record Status(
    Instant at,
    String store,
    boolean begun,
    @Nullable LocalDate lastNight,
    @Nullable String running,
    List<NightRecord> nights,
    @Nullable String unrecorded,
    List<String> damaged,
    List<Kind> editions,
    @Nullable Missing missing,
    List<Waiting> waiting,
    List<String> unclaimed,
    List<Integer> years,
    NextNight next) {

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
   * @param files unread files it will read; null where the inbox cannot be read
   * @param fault why the inbox cannot be read; null where it can
   * @param later how many unread files speak for a later day
   * @param closes months, quarters and years it will also publish
   */
  public record NextNight(
      LocalDate date,
      @Nullable List<String> files,
      @Nullable String fault,
      int later,
      List<String> closes) {}
}
