package hallmetrics.airflow;

import hallmetrics.time.Shanghai;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * The run of a business date D: the DAG fires at 00:30 Asia/Shanghai of the next day, and a run
 * triggered by hand takes the same instant, so that Airflow itself refuses a second one.
 *
 * @param date D
 */
public record NightRun(LocalDate date) {
  private static final LocalTime FIRES = LocalTime.of(0, 30);
  private static final String PREFIX = "nightly__";

  /** The id of a run triggered by us. */
  public String id() {
    return PREFIX + date;
  }

  /** The logical date: (D+1) 00:30 in Shanghai. */
  public Instant logicalDate() {
    return date.plusDays(1).atTime(FIRES).atZone(Shanghai.ZONE).toInstant();
  }

  /** The first instant whose run is D's: (D+1) 00:00 in Shanghai. */
  Instant from() {
    return Shanghai.startOfDay(date.plusDays(1));
  }

  /** The first instant after those. */
  Instant to() {
    return Shanghai.startOfDay(date.plusDays(2));
  }

  /**
   * Whether a run is D's: a run with a date in its conf is that date's, whenever it was started.
   */
  boolean isOf(DagRun run) {
    String said = run.businessDate();
    return said == null || said.equals(date.toString());
  }

  /** The newest date whose run may be triggered: an instant in the future blocks the DAG. */
  static LocalDate newest(Instant now) {
    LocalDate today = Shanghai.date(now);
    NightRun yesterday = new NightRun(today.minusDays(1));
    return yesterday.logicalDate().isAfter(now) ? today.minusDays(2) : yesterday.date();
  }

  /** The business date of a run, as the DAG sees it. */
  public static String dateOf(DagRun run) {
    String said = run.businessDate();
    Instant at = run.logicalDate() == null ? run.runAfter() : run.logicalDate();
    return said == null ? dateAt(at).toString() : said;
  }

  /** The business date of the schedule's run of an instant. */
  static LocalDate dateAt(Instant at) {
    return Shanghai.date(at).minusDays(1);
  }
}
