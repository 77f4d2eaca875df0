package hallmetrics.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A planted truth, which the pack of 2026-10 must find.
 *
 * @param metric metric it is about, or null for a delivery
 * @param scope REGION, HALL, or null for a delivery
 * @param scopeId unit it is about, or null for a delivery
 * @param source source it is about, or null for a metric
 * @param path delivered file it is about, or null
 * @param days days it is about; empty for the whole month
 * @param what in Chinese, for people
 */
public record Truth(
    Kind kind,
    @Nullable String metric,
    @Nullable String scope,
    @Nullable String scopeId,
    @Nullable String source,
    @Nullable String path,
    List<LocalDate> days,
    String what) {

  /** What must be found. */
  public enum Kind {
    /** A unit that must be named in the findings. */
    NAMED,
    /** A delivery that a gate or the reader must refuse. */
    REFUSED,
    /** A unit whose days count as not received, never as zero. */
    NOT_RECEIVED,
    /** A unit listed with its numbers and not ranked, the sample being too small. */
    NOT_RANKED,
    /** A delivery that changes nothing. */
    REPEATED
  }

  /** Makes the list immutable. */
  public Truth {
    days = List.copyOf(days);
  }

  static Truth ofUnit(
      Kind kind, String metric, String scope, String scopeId, List<LocalDate> days, String what) {
    return new Truth(kind, metric, scope, scopeId, null, null, days, what);
  }

  static Truth ofFile(Kind kind, DeliveredFile file, String what) {
    return new Truth(kind, null, null, null, file.source(), file.path(), List.of(), what);
  }
}
