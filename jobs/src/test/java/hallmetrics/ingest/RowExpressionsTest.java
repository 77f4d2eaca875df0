package hallmetrics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class RowExpressionsTest {
  private static final StructType COLUMNS =
      new StructType().add("渠道", DataTypes.StringType).add("level", DataTypes.IntegerType);

  private final SparkSession session =
      SparkSession.builder()
          .master("local[1]")
          .config("spark.ui.enabled", "false")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.sql.session.timeZone", "Asia/Shanghai")
          .getOrCreate();

  @Test
  void anExpressionReadsRawHeadersAndCanonicalColumns() {
    RowExpressions expressions =
        compile("`渠道` = '7'", DataTypes.BooleanType, "nvl(level, 3) + 1", DataTypes.IntegerType);

    assertThat(expressions.evaluate(0, new Object[] {"7", null})).isEqualTo(true);
    assertThat(expressions.evaluate(1, new Object[] {"7", null})).isEqualTo(4);
    assertThat(expressions.evaluate(1, new Object[] {"7", 5})).isEqualTo(6);
  }

  @Test
  void daysAndInstantsComeBackAsJavaTimeInATaskToo() {
    RowExpressions expressions =
        compile(
            "make_date(2023, 7, level)",
            DataTypes.DateType,
            "timestamp'2023-07-01 08:00:00'",
            DataTypes.TimestampType);

    List<List<Object>> values =
        JavaSparkContext.fromSparkContext(session.sparkContext())
            .parallelize(List.of(1), 1)
            .map(level -> List.of(value(expressions, 0, level), value(expressions, 1, level)))
            .collect();

    assertThat(values)
        .containsExactly(List.of(LocalDate.of(2023, 7, 1), Instant.parse("2023-07-01T00:00:00Z")));
  }

  private static Object value(RowExpressions expressions, int index, int level) {
    return Objects.requireNonNull(expressions.evaluate(index, new Object[] {"", level}));
  }

  @Test
  void aFailureBelongsToTheRecordItFailsOn() {
    RowExpressions expressions =
        compile("cast(`渠道` as int)", DataTypes.IntegerType, "'x'", DataTypes.StringType);

    assertThatThrownBy(() -> expressions.evaluate(0, new Object[] {"seven", 1}))
        .isInstanceOf(RuntimeException.class);
    assertThat(expressions.evaluate(0, new Object[] {"7", 1})).isEqualTo(7);
    assertThat(expressions.evaluate(1, new Object[] {"7", 1})).isEqualTo("x");
  }

  @Test
  void anUnknownColumnIsFoundBeforeAnyRecordIsRead() {
    assertThatThrownBy(() -> compile("chanel", DataTypes.StringType, "1", DataTypes.IntegerType))
        .isInstanceOf(AnalysisException.class);
  }

  private RowExpressions compile(
      String first,
      org.apache.spark.sql.types.DataType firstType,
      String second,
      org.apache.spark.sql.types.DataType secondType) {
    return RowExpressions.compile(
        session,
        COLUMNS,
        List.of(
            new RowExpressions.Wanted(first, firstType),
            new RowExpressions.Wanted(second, secondType)));
  }
}
