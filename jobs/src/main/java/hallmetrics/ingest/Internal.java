package hallmetrics.ingest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Canonical values in Spark's own form: rows made of them are not checked and made anew. */
final class Internal {
  private Internal() {}

  /** A value of {@link hallmetrics.record.Mapped.Accepted#values}. */
  static @Nullable Object of(@Nullable Object value) {
    if (value instanceof String text) {
      return UTF8String.fromString(text);
    }
    if (value instanceof Instant instant) {
      return Micros.of(instant);
    }
    if (value instanceof LocalDate day) {
      return Math.toIntExact(day.toEpochDay());
    }
    if (value instanceof BigDecimal decimal) {
      return Decimal.apply(new scala.math.BigDecimal(decimal), 38, 6);
    }
    if (value instanceof List<?> list) {
      return new GenericArrayData(list.stream().map(Internal::of).toArray());
    }
    return value;
  }
}
