package hallmetrics.testing;

import hallmetrics.ledger.LedgerColumns;
import hallmetrics.schema.Field;
import hallmetrics.schema.FieldType;
import hallmetrics.schema.TableSchema;
import hallmetrics.time.Shanghai;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Ledger rows from texts by column, as worked examples give them. */
public final class TestRows {
  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
          .toFormatter(java.util.Locale.ROOT);

  private TestRows() {}

  /**
   * A version of a record in the order of the ledger's columns.
   *
   * @param values column to text; also operate_ts, is_deleted, is_tombstone, event_date, source and
   *     record_key; the key's values joined are the record_key where none is given
   */
  public static Row version(
      TableSchema schema, Map<String, String> values, LocalDate asOf, long seq, long line) {
    List<@Nullable Object> cells = new ArrayList<>();
    for (Field field : schema.fields()) {
      cells.add(value(field.type(), values.get(field.name())));
    }
    LocalDate day = eventDate(schema, values);
    cells.add(values.get(LedgerColumns.SOURCE_RECORD_ID));
    cells.add(value(FieldType.TIMESTAMP, values.get(LedgerColumns.OPERATE_TS)));
    cells.add(Boolean.parseBoolean(values.get(LedgerColumns.IS_DELETED)));
    cells.add(key(schema, values));
    cells.add(values.getOrDefault(LedgerColumns.SOURCE, "test"));
    cells.add("test");
    cells.add("delivery-" + seq);
    cells.add(line);
    cells.add(Shanghai.startOfDay(asOf));
    cells.add(seq);
    cells.add("hash");
    cells.add(Boolean.parseBoolean(values.get(LedgerColumns.IS_TOMBSTONE)));
    cells.add(day);
    cells.add(day.toString().substring(0, 7));
    cells.add(1);
    return RowFactory.create(cells.toArray());
  }

  /** The Shanghai day of a row's event. */
  public static LocalDate eventDate(TableSchema schema, Map<String, String> values) {
    String stated = values.get(LedgerColumns.EVENT_DATE);
    return LocalDate.parse(
        stated != null
            ? stated
            : Objects.requireNonNull(values.get(schema.eventDate())).substring(0, 10));
  }

  private static String key(TableSchema schema, Map<String, String> values) {
    String stated = values.get(LedgerColumns.RECORD_KEY);
    if (stated != null) {
      return stated;
    }
    List<String> columns =
        values.containsKey(schema.key().get(0)) ? schema.key() : schema.keyElse();
    List<String> parts = new ArrayList<>();
    columns.forEach(column -> parts.add(String.valueOf(values.get(column))));
    return String.join(":", parts);
  }

  private static @Nullable Object value(FieldType type, @Nullable String text) {
    if (text == null) {
      return null;
    }
    return switch (type) {
      case STRING, CODE, TEXT, KEY -> text;
      case INT -> Integer.valueOf(text);
      case LONG -> Long.valueOf(text);
      case DECIMAL -> new BigDecimal(text);
      case BOOL -> Boolean.valueOf(text);
      case TIMESTAMP -> moment(text);
      case DATE -> LocalDate.parse(text);
      case STRINGS -> text.split(",", -1);
    };
  }

  /** An instant written as Shanghai time. */
  public static Instant moment(String text) {
    return LocalDateTime.parse(text, MOMENT).atZone(Shanghai.ZONE).toInstant();
  }

  /** What a row says in a column it must have. */
  public static String told(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }
}
