package hallmetrics.airflow;

import hallmetrics.time.Shanghai;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as people here read them. */
final class ShanghaiClock {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(Shanghai.ZONE);

  private ShanghaiClock() {}

  static String of(Instant at) {
    return FORM.format(at);
  }
}
