package hallmetrics.ingest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as microseconds since 1970 UTC, the precision of the ledger. */
final class Micros {
  private Micros() {}

  static long of(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
