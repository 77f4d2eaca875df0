package hallmetrics.record;

import hallmetrics.schema.Field;
import hallmetrics.schema.FieldType;
import hallmetrics.schema.TableSchema;
import hallmetrics.source.Bookkeeping;
import hallmetrics.source.FieldMapping;
import hallmetrics.source.SourceSpec;
import hallmetrics.value.DateText;
import hallmetrics.value.Identity;
import hallmetrics.value.Numerals;
import hallmetrics.value.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the identity and the content hash of a mapped record. */
final class RecordKeys {

  /** A key with what it was made from. */
  record Made(String key, boolean byRow, String hash) {}

  private record Column(String name, int at, RecordHash.Name written) {
    Column(String name, int at) {
      this(name, at, RecordHash.Name.of(name));
    }
  }

  private static final RecordHash.Name SYSTEM = RecordHash.Name.of("system");
  private static final RecordHash.Name KIND = RecordHash.Name.of("kind");
  private static final RecordHash.Name ROW = RecordHash.Name.of("row");
  private static final RecordHash.Name REST = RecordHash.Name.of("rest");
  private static final RecordHash.Name FIRST = RecordHash.Name.of("first");
  private static final RecordHash.Name EVENT = RecordHash.Name.of("event");
  private static final RecordHash.Name NTH = RecordHash.Name.of("n");

  private final String system;
  private final List<Column> key;
  private final List<Column> keyElse;
  private final boolean rowsAllowed;
  private final int fixedEventAt;
  private final List<Column> hashed = new ArrayList<>();
  private final List<Column> unmapped;
  private final Identity identity;
  private final RecordHash hash = new RecordHash();
  private final DateText dates = new DateText(List.of());

  RecordKeys(
      MapperSettings settings, List<String> header, MappedColumns columns, Identity identity) {
    SourceSpec source = settings.source();
    TableSchema schema = settings.schema();
    this.system = source.system();
    this.key = resolve(schema.key(), columns);
    this.keyElse = resolve(schema.keyElse(), columns);
    this.rowsAllowed = source.withoutId() != null || schema.key().isEmpty();
    // Where an event date never moves it is part of the key: another date is another record.
    this.fixedEventAt = source.movesWithinDays() == 0 ? columns.at(schema.eventDate()) : -1;
    String ownId = schema.name() + "_id";
    for (Field field : schema.fields()) {
      if (!field.name().equals(ownId) || source.fields().containsKey(ownId)) {
        hashed.add(new Column(field.name(), columns.at(field.name())));
      }
    }
    for (Field field : Bookkeeping.FIELDS) {
      hashed.add(new Column(field.name(), columns.at(field.name())));
    }
    this.unmapped = rowsAllowed ? unmapped(source, header, columns) : List.of();
    this.identity = identity;
  }

  private static List<Column> resolve(List<String> names, MappedColumns columns) {
    return names.stream().map(name -> new Column(name, columns.at(name))).toList();
  }

  /**
   * The cells whose text is not wholly told by a canonical value: columns no field is read from,
   * and free text, which is stored scrubbed. By name, so that their order in a file is no content.
   */
  private static List<Column> unmapped(
      SourceSpec source, List<String> header, MappedColumns columns) {
    List<Column> rest = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      for (FieldMapping field : source.fields().values()) {
        boolean here = HeaderCheck.position(field.from(), header) == i;
        if (here && columns.field(field.field()).type() != FieldType.TEXT) {
          name = "";
        } else if (here && !name.isEmpty()) {
          name = field.from().get(0);
        }
      }
      if (!name.isEmpty()) {
        rest.add(new Column(name, i));
      }
    }
    rest.sort(Comparator.comparing(Column::name));
    return rest;
  }

  /** The column named when a record has no identity. */
  String firstKey() {
    return key.isEmpty() ? Bookkeeping.RECORD_ID : key.get(0).name();
  }

  /** The identity of a record, or null when it has none and the source allows no row hash. */
  @Nullable Made make(String[] cells, @Nullable Object[] row) {
    String content = content(cells, row);
    if (!key.isEmpty() && row[key.get(0).at()] != null) {
      return new Made(keyOf('k', key, row), false, content);
    }
    if (!keyElse.isEmpty() && row[keyElse.get(0).at()] != null) {
      return new Made(keyOf('e', keyElse, row), false, content);
    }
    if (!rowsAllowed) {
      return null;
    }
    return new Made(hash.text(SYSTEM, system).text(ROW, content).finish(), true, content);
  }

  /** The key of the n-th equal row. */
  static String nth(String firstKey, long n) {
    return new RecordHash().text(FIRST, firstKey).value(NTH, n).finish();
  }

  private String keyOf(char kind, List<Column> columns, @Nullable Object[] row) {
    hash.text(SYSTEM, system).text(KIND, String.valueOf(kind));
    write(columns, row);
    Object event = fixedEventAt < 0 ? null : row[fixedEventAt];
    if (event != null) {
      hash.value(EVENT, MappedColumns.day(event));
    }
    return hash.finish();
  }

  private String content(String[] cells, @Nullable Object[] row) {
    String rest = unmapped.isEmpty() ? "" : rest(cells);
    write(hashed, row);
    if (!rest.isEmpty()) {
      hash.text(REST, rest);
    }
    return hash.finish();
  }

  private void write(List<Column> columns, @Nullable Object[] row) {
    for (Column column : columns) {
      Object value = row[column.at()];
      if (value != null) {
        hash.value(column.written(), value);
      }
    }
  }

  /** Keyed, since these cells may hold identifiers and their hash must not be guessed back. */
  private String rest(String[] cells) {
    StringBuilder text = new StringBuilder();
    for (Column column : unmapped) {
      String cell = plain(cells[column.at()]);
      if (!cell.isEmpty()) {
        text.append(column.name()).append('\u001f').append(cell.length()).append('\u001f');
        text.append(cell).append('\u001e');
      }
    }
    return text.length() == 0 ? "" : identity.keyedHash("row", text.toString());
  }

  /** The same text for the same date or number however a file writes it. */
  private String plain(String cell) {
    String text = Text.clean(cell);
    if (text.isEmpty() || !(text.charAt(0) >= '0' && text.charAt(0) <= '9')) {
      return text.replace("\r\n", "\n");
    }
    long micros = text.length() > 6 ? dates.micros(text) : DateText.BAD;
    if (micros != DateText.BAD) {
      return "t" + micros;
    }
    BigDecimal number = text.length() < 16 && text.charAt(0) != '0' ? number(text) : null;
    return number == null ? text.replace("\r\n", "\n") : number.toPlainString();
  }

  private static @Nullable BigDecimal number(String text) {
    BigDecimal number = Numerals.decimal(text);
    return number == null ? null : number.stripTrailingZeros();
  }
}
