package hallmetrics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values in Spark's own form are those Spark makes itself. */
class InternalTest {
  private static void check(@Nullable Object value, DataType type) {
    Object given = value instanceof List<?> list ? list.toArray() : value;
    assertThat(Internal.of(value))
        .isEqualTo(CatalystTypeConverters.createToCatalystConverter(type).apply(given));
  }

  @Test
  void isWhatSparkMakes() {
    check(null, DataTypes.StringType);
    check("", DataTypes.StringType);
    check("窗口 1 很好\n", DataTypes.StringType);
    check(7, DataTypes.IntegerType);
    check(7L, DataTypes.LongType);
    check(true, DataTypes.BooleanType);
    for (String instant : List.of("1969-12-31T23:59:59.999999Z", "2026-10-31T00:05:09.123456Z")) {
      check(Instant.parse(instant), DataTypes.TimestampType);
    }
    check(LocalDate.of(1969, 12, 31), DataTypes.DateType);
    check(LocalDate.of(2026, 10, 31), DataTypes.DateType);
    for (String number : Arrays.asList("0.000000", "-12.500000", "99999999999999999.123456")) {
      check(new BigDecimal(number), DataTypes.createDecimalType(38, 6));
    }
    check(List.of(), DataTypes.createArrayType(DataTypes.StringType));
    check(List.of("一", "b"), DataTypes.createArrayType(DataTypes.StringType));
  }
}
