package hallmetrics.record;

import hallmetrics.schema.Field;
import hallmetrics.schema.FieldType;
import hallmetrics.source.FieldMapping;
import hallmetrics.source.Identifiers;
import hallmetrics.value.DateText;
import hallmetrics.value.Flags;
import hallmetrics.value.Identity;
import hallmetrics.value.Numerals;
import hallmetrics.value.Scrubber;
import hallmetrics.value.Text;
import hallmetrics.value.Typed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a cleaned, non-empty text into the value of a column's type, or a {@link FieldFault}. */
final class ValueReader {
  private static final long DAY = 86_400_000_000L;

  private final Field field;
  private final @Nullable String separator;
  private final DateText dates;
  private final boolean deadline;
  private final @Nullable RegionCode region;
  private final Identity identity;
  private final long first;
  private final long last;

  ValueReader(FieldMapping mapping, Field field, MapperSettings settings, Identity identity) {
    this.field = field;
    this.separator = mapping.separator();
    this.dates = new DateText(mapping.patterns());
    String parse = mapping.parse();
    boolean due = Identifiers.deadline(field);
    this.deadline = parse == null ? due : parse.equals("deadline");
    boolean place = field.name().equals(settings.schema().place().region());
    boolean regional = parse == null ? place : parse.equals("region");
    this.region = regional ? new RegionCode(settings.regions()) : null;
    this.identity = identity;
    this.first = startOf(settings.firstDay());
    LocalDate end = due || deadline ? settings.lastDueDay() : settings.lastDay();
    this.last = startOf(end.plusDays(1)) - 1;
  }

  private static long startOf(LocalDate day) {
    return day.atStartOfDay(DateText.ZONE).toEpochSecond() * 1_000_000L;
  }

  boolean region() {
    return region != null;
  }

  /** Whether words such as 无 can only mean "no value". */
  boolean numeric() {
    return switch (field.type()) {
      case INT, LONG, DECIMAL, TIMESTAMP, DATE -> true;
      case STRING, CODE, TEXT, KEY, BOOL, STRINGS -> false;
    };
  }

  Object read(String raw, Map<String, String> codes) {
    String text = raw.indexOf('\r') < 0 ? raw : raw.replace("\r\n", "\n");
    return switch (field.type()) {
      case STRING, CODE -> listed(region == null ? text : region.local(text));
      case TEXT -> Scrubber.scrub(text);
      case KEY -> identity.pseudonym(text);
      case BOOL -> orElse(Flags.of(text), FieldFault.UNKNOWN_CODE);
      case INT -> listed(orElse(Typed.integer(text), numberFault()));
      case LONG -> listed(orElse(Numerals.whole(text), numberFault()));
      case DECIMAL -> orElse(Numerals.decimal(text), FieldFault.BAD_NUMBER);
      case STRINGS -> items(text, codes);
      case TIMESTAMP, DATE -> date(text);
    };
  }

  /** In a closed list anything else is an unknown code, a number or not. */
  private FieldFault numberFault() {
    return field.values().isEmpty() ? FieldFault.BAD_NUMBER : FieldFault.UNKNOWN_CODE;
  }

  private static Object orElse(@Nullable Object value, FieldFault fault) {
    return value == null ? fault : value;
  }

  private Object listed(Object value) {
    boolean open = field.values().isEmpty() || value instanceof FieldFault;
    return open || field.values().containsKey(value.toString()) ? value : FieldFault.UNKNOWN_CODE;
  }

  private Object items(String text, Map<String, String> codes) {
    List<String> items = new ArrayList<>();
    for (String raw : Typed.list(text, separator)) {
      String item = codes.isEmpty() ? raw : codes.get(raw);
      if (item == null || listed(item) instanceof FieldFault) {
        return FieldFault.UNKNOWN_CODE;
      }
      items.add(item);
    }
    return List.copyOf(items);
  }

  private Object date(String text) {
    long micros = dates.micros(text);
    if (micros == DateText.BAD) {
      return FieldFault.BAD_DATE;
    }
    return bounded(deadline && dates.dayOnly() ? micros + DAY - 1 : micros);
  }

  private Object bounded(long micros) {
    if (micros < first || micros > last) {
      return FieldFault.OUTSIDE_CALENDAR;
    }
    return field.type() == FieldType.DATE ? DateText.day(micros) : DateText.instant(micros);
  }

  /** A value an expression made, brought to the column's exact type. */
  Object take(Object value) {
    return switch (field.type()) {
      case TIMESTAMP, DATE -> takeDate(value);
      case BOOL -> value instanceof Boolean ? value : FieldFault.EXPRESSION_FAILED;
      case DECIMAL ->
          value instanceof Number number
              ? orElse(Numerals.decimal(number.toString()), FieldFault.BAD_NUMBER)
              : FieldFault.EXPRESSION_FAILED;
      case STRINGS ->
          value instanceof List<?> list
              ? list.stream().map(item -> Text.clean(String.valueOf(item))).toList()
              : FieldFault.EXPRESSION_FAILED;
      case STRING, CODE, TEXT, KEY, INT, LONG -> read(String.valueOf(value), Map.of());
    };
  }

  private Object takeDate(Object value) {
    if (value instanceof Instant instant) {
      return bounded(instant.getEpochSecond() * 1_000_000L + instant.getNano() / 1000);
    }
    return value instanceof LocalDate day ? bounded(ofDay(day)) : FieldFault.EXPRESSION_FAILED;
  }

  private long ofDay(LocalDate day) {
    return deadline ? startOf(day.plusDays(1)) - 1 : startOf(day);
  }
}
