package hallmetrics.testing;

import hallmetrics.ledger.LedgerSchema;
import hallmetrics.schema.Field;
import hallmetrics.schema.FieldType;
import hallmetrics.schema.Place;
import hallmetrics.schema.TableSchema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Small ledger tables for tests of the store: columns {@code value} (int) and {@code happened}. */
public final class TestTables {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private TestTables() {}

  /** A table with the two columns. */
  public static TableSchema table(String name) {
    return table(name, List.of(field("value", FieldType.INT), field("happened", FieldType.DATE)));
  }

  /** A table with the given columns; {@code happened} is its event date. */
  public static TableSchema table(String name, List<Field> fields) {
    return new TableSchema(
        name,
        name,
        fields,
        List.of(),
        List.of("source_record_id"),
        List.of(),
        "happened",
        new Place(null, null, null, null, null, false),
        Map.of(),
        null,
        name + ".yaml",
        1);
  }

  /** An optional column. */
  public static Field field(String name, FieldType type) {
    return new Field(name, name, type, false, Map.of(), null, 1);
  }

  /** A version of a record; {@code seq} orders deliveries, their as_of is the day itself. */
  public static Row version(String key, LocalDate day, int value, long seq) {
    return row(key, day, value, seq, null, false);
  }

  /** A version with the sender's own instant, which may delete the record. */
  public static Row row(
      String key,
      LocalDate day,
      int value,
      long seq,
      @org.jspecify.annotations.Nullable Instant operated,
      boolean deleted) {
    return RowFactory.create(
        value,
        day,
        key,
        operated,
        deleted,
        key,
        "source",
        "system",
        "delivery-" + seq,
        1L,
        day.atStartOfDay(SHANGHAI).toInstant(),
        seq,
        "hash-" + value,
        false,
        day,
        day.toString().substring(0, 7),
        1);
  }

  /** Rows as a dataset of a table of {@link #table(String)}. */
  public static org.apache.spark.sql.Dataset<Row> rows(
      org.apache.spark.sql.SparkSession spark, List<Row> rows) {
    return spark.createDataFrame(rows, LedgerSchema.of(table("any")));
  }
}
