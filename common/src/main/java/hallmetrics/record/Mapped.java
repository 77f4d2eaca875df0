package hallmetrics.record;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one record when it was mapped. */
public sealed interface Mapped extends Serializable {

  /**
   * A canonical row.
   *
   * @param values in the order of the schema's fields; String, Integer, Long, BigDecimal (scale 6),
   *     Boolean, Instant (whole microseconds), LocalDate, List of String, or null
   * @param recordKey identity, 32 hex digits; of the first of equal rows when {@code byRow}
   * @param byRow whether the identity is the row hash: with {@code without_id: keep} the caller
   *     numbers equal rows of one delivery and asks {@link RecordMapper#nth} for the others
   * @param recordHash 32 hex digits over the content; equal hash = same content
   * @param eventDate Shanghai day of the event
   */
  @SuppressWarnings("ArrayRecordComponent") // goes into a Spark row as it is
  record Accepted(
      @Nullable Object[] values,
      @Nullable String sourceRecordId,
      @Nullable Instant operateTs,
      boolean isDeleted,
      String recordKey,
      boolean byRow,
      String recordHash,
      LocalDate eventDate)
      implements Mapped {}

  /** A record that does not count; at least one reason, in the order of the mapping. */
  record Rejected(List<Reason> reasons) implements Mapped {}
}
