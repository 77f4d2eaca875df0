package hallmetrics.run;

import hallmetrics.time.Shanghai;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.slf4j.MDC;

/** The id that all log lines of a night carry, those of its tasks and of what runs beside too. */
public final class RunMark {
  /** The system property by which a launcher gives an id. */
  private static final String LAUNCH = "hall.launch";

  private static final String KEY = "run";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS", Locale.ROOT).withZone(Shanghai.ZONE);

  private RunMark() {}

  /** The id its launcher gave; else when it began, in Shanghai, and the number of its process. */
  public static String of(Instant started) {
    String given = System.getProperty(LAUNCH);
    return given == null ? STAMP.format(started) + "-" + ProcessHandle.current().pid() : given;
  }

  /** Marks what this thread logs from now on, and what it starts beside itself. */
  public static void mark(String id) {
    MDC.put(KEY, id);
  }

  /** Marks what tasks log that this thread, and those it starts, hand to the session. */
  public static void markTasks(SparkSession session) {
    String id = MDC.get(KEY);
    if (id != null) {
      session.sparkContext().setLocalProperty("mdc." + KEY, id);
    }
  }
}
