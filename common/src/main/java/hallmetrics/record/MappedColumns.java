package hallmetrics.record;

import hallmetrics.schema.Field;
import hallmetrics.schema.TableSchema;
import hallmetrics.source.Bookkeeping;
import hallmetrics.source.FieldMapping;
import hallmetrics.value.DateText;
import hallmetrics.value.Identity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a source resolved against a header. A row in work holds the schema's fields in
 * order, then the bookkeeping fields.
 */
final class MappedColumns {

  /** A column read from a cell. */
  record Plain(String name, int at, int cell, FieldReader reader, @Nullable Object otherwise) {
    @Nullable Object read(String[] cells) {
      return reader.read(cells[cell]);
    }
  }

  /** A column made by an expression. */
  record Sql(String name, int at, FieldReader reader, @Nullable Object otherwise) {}

  /** A column with one value for every record. */
  record Constant(int at, Object value) {}

  private final TableSchema schema;
  private final int width;
  private final int eventAt;
  private final boolean[] required;
  private final List<Plain> plain = new ArrayList<>();
  private final List<Sql> sql = new ArrayList<>();
  private final List<Constant> constants = new ArrayList<>();

  MappedColumns(MapperSettings settings, List<String> header, Identity identity) {
    this.schema = settings.schema();
    this.width = schema.fields().size();
    for (FieldMapping mapping : settings.source().fields().values()) {
      add(mapping, settings, header, identity);
    }
    for (Field field : schema.fields()) {
      if (!settings.source().fields().containsKey(field.name()) && field.otherwise() != null) {
        Object value = reader(bare(field), field, settings, identity).read(field.otherwise());
        constants.add(new Constant(at(field.name()), sound(field, value)));
      }
    }
    this.eventAt = at(schema.eventDate());
    this.required = new boolean[width];
    for (int i = 0; i < width; i++) {
      required[i] = schema.fields().get(i).required();
    }
  }

  private void add(
      FieldMapping mapping, MapperSettings settings, List<String> header, Identity identity) {
    Field field = field(mapping.field());
    int at = at(field.name());
    FieldReader reader = reader(mapping, field, settings, identity);
    Object otherwise =
        field.otherwise() == null
            ? null
            : sound(field, reader(bare(field), field, settings, identity).read(field.otherwise()));
    if (mapping.sql() != null) {
      sql.add(new Sql(field.name(), at, reader, otherwise));
    } else if (mapping.constant() != null) {
      constants.add(new Constant(at, sound(field, reader.read(mapping.constant()))));
    } else {
      int cell = HeaderCheck.position(mapping.from(), header);
      if (cell < 0) {
        throw new IllegalArgumentException("header was not inspected: " + mapping.from());
      }
      plain.add(new Plain(field.name(), at, cell, reader, otherwise));
    }
  }

  private static FieldReader reader(
      FieldMapping mapping, Field field, MapperSettings settings, Identity identity) {
    return new FieldReader(
        mapping, field, settings, new ValueReader(mapping, field, settings, identity));
  }

  /** A mapping that says nothing, to read a default with. */
  private static FieldMapping bare(Field field) {
    return new FieldMapping(
        field.name(),
        List.of(),
        null,
        List.of(),
        Map.of(),
        List.of(),
        null,
        null,
        null,
        field.line());
  }

  private static Object sound(Field field, @Nullable Object value) {
    if (value == null || value instanceof FieldFault) {
      throw new IllegalArgumentException("constant or default is no value of " + field.name());
    }
    return value;
  }

  /** The schema's or bookkeeping field of a name. */
  Field field(String name) {
    Field own = schema.field(name);
    Field found = own == null ? Bookkeeping.field(name) : own;
    if (found == null) {
      throw new IllegalArgumentException(name + " is not a field of " + schema.name());
    }
    return found;
  }

  /** The place of a field in a row in work. */
  int at(String name) {
    Field own = schema.field(name);
    return own != null
        ? schema.fields().indexOf(own)
        : width + Bookkeeping.FIELDS.indexOf(field(name));
  }

  List<Plain> plain() {
    return plain;
  }

  List<Sql> sql() {
    return sql;
  }

  List<Constant> constants() {
    return constants;
  }

  /** Adds a reason for every required value that is missing; a deletion needs its date only. */
  void requireAll(@Nullable Object[] row, int idAt, List<Reason> reasons) {
    boolean deleted = Boolean.TRUE.equals(row[width + 2]);
    for (int i = 0; i < width && !deleted; i++) {
      if (row[i] == null && required[i] && i != idAt) {
        String name = schema.fields().get(i).name();
        if (!named(reasons, name)) {
          reasons.add(new Reason(name, "missing", ""));
        }
      }
    }
    if (row[eventAt] == null && !named(reasons, schema.eventDate())) {
      reasons.add(new Reason(schema.eventDate(), "no-event-date", ""));
    }
  }

  private static boolean named(List<Reason> reasons, String column) {
    for (Reason reason : reasons) {
      if (reason.column().equals(column)) {
        return true;
      }
    }
    return false;
  }

  Mapped.Accepted accepted(@Nullable Object[] row, RecordKeys.Made made) {
    return new Mapped.Accepted(
        Arrays.copyOf(row, width),
        (String) row[width],
        (Instant) row[width + 1],
        Boolean.TRUE.equals(row[width + 2]),
        made.key(),
        made.byRow(),
        made.hash(),
        day(row[eventAt]));
  }

  /** The Shanghai day of an event. */
  static LocalDate day(@Nullable Object event) {
    if (event instanceof LocalDate day) {
      return day;
    }
    if (event instanceof Instant instant) {
      return DateText.day(instant.getEpochSecond() * 1_000_000L + instant.getNano() / 1000);
    }
    throw new IllegalArgumentException("event_date is neither a timestamp nor a date");
  }
}
