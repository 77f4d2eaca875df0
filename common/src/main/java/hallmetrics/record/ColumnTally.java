package hallmetrics.record;

import hallmetrics.schema.Field;
import hallmetrics.schema.FieldType;
import hallmetrics.schema.TableSchema;
import hallmetrics.source.Bookkeeping;
import hallmetrics.source.FieldMapping;
import hallmetrics.value.DateText;
import hallmetrics.value.Mask;
import hallmetrics.value.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts the values of one column for a preview. */
final class ColumnTally {
  private static final int SHOWN = 10;
  private static final int MOST_DISTINCT = 5000;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(DateText.ZONE);

  /** How often a raw value stands, and what it became. */
  private static final class Count {
    private long records;
    private String becomes = "";
  }

  private final String header;
  private final int cell;
  private final List<FieldMapping> mappings;
  private final List<Field> fields = new ArrayList<>();
  private final boolean ignored;
  private final ListWords known;
  private final int at;
  private final boolean place;
  private final Map<String, Count> counts = new HashMap<>();
  private final SortedMap<String, Long> rejected = new TreeMap<>();
  private final SortedMap<String, String> examples = new TreeMap<>();
  private boolean more;
  private long empty;

  ColumnTally(
      TableSchema schema,
      String header,
      int cell,
      List<FieldMapping> mappings,
      boolean ignored,
      ListWords known) {
    this.header = header;
    this.cell = cell;
    this.mappings = mappings;
    this.ignored = ignored;
    this.known = known;
    for (FieldMapping mapping : mappings) {
      Field field = FilePreview.field(schema, mapping.field());
      if (field != null) {
        fields.add(field);
      }
    }
    this.place =
        fields.stream().anyMatch(field -> schema.place().byScope().containsValue(field.name()));
    this.at = fields.isEmpty() ? -1 : schema.fields().indexOf(fields.get(0));
  }

  void add(RawRecord record, Mapped mapped) {
    if (cell < 0 && mapped instanceof Mapped.Rejected rejectedRow) {
      // a column without a header has no value in a record that was not mapped
      reject(record, rejectedRow);
      return;
    }
    Object value = mapped instanceof Mapped.Accepted row ? value(row) : null;
    String raw = cell >= 0 ? Text.clean(record.cells()[cell]) : value == null ? "" : shown(value);
    if (raw.isEmpty()) {
      empty++;
    } else {
      count(raw, value);
    }
    if (mapped instanceof Mapped.Rejected row) {
      reject(record, row);
    }
  }

  private void reject(RawRecord record, Mapped.Rejected row) {
    for (Reason reason : row.reasons()) {
      boolean mine = reason.column().equals(header) && !header.isEmpty();
      if (mine || mappings.stream().anyMatch(one -> one.field().equals(reason.column()))) {
        rejected.merge(reason.text(), 1L, Long::sum);
        examples.putIfAbsent(reason.text(), "第 " + record.line() + " 行 " + reason.masked());
      }
    }
  }

  private void count(String raw, @Nullable Object value) {
    Count count = counts.get(raw);
    if (count == null) {
      if (counts.size() >= MOST_DISTINCT) {
        more = true;
        return;
      }
      count = new Count();
      counts.put(raw, count);
    }
    count.records++;
    if (value != null && count.becomes.isEmpty()) {
      count.becomes = shown(value);
    }
  }

  private @Nullable Object value(Mapped.Accepted row) {
    if (fields.isEmpty()) {
      return null;
    }
    return at >= 0
        ? row.values()[at]
        : switch (fields.get(0).name()) {
          case Bookkeeping.RECORD_ID -> row.sourceRecordId();
          case Bookkeeping.OPERATE_TS -> row.operateTs();
          default -> row.isDeleted();
        };
  }

  /** A canonical value as a clerk reads it: codes by title, instants in Shanghai. */
  private String shown(Object value) {
    Field field = fields.get(0);
    if (field.type() == FieldType.KEY) {
      return "〔化名〕";
    }
    if (field.type() == FieldType.TEXT) {
      return length(value.toString());
    }
    if (value instanceof Instant instant) {
      return MOMENT.format(instant);
    }
    if (value instanceof Boolean flag) {
      return flag ? "是" : "否";
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
    if (value instanceof List<?> items) {
      return Mask.of(items.stream().map(String::valueOf).collect(Collectors.joining("、")));
    }
    String text = place ? Mask.place(value.toString()) : Mask.of(value.toString());
    String title = field.values().get(value.toString());
    return title == null ? text : text + " " + title;
  }

  private static String length(String text) {
    return "〔" + text.codePointCount(0, text.length()) + " 字〕";
  }

  /** The original without what may name a person. */
  private String masked(String raw, long records) {
    if (cell < 0 || raw.length() == 1) {
      return raw;
    }
    boolean text = fields.stream().anyMatch(field -> field.type() == FieldType.TEXT);
    if (text) {
      return length(raw);
    }
    boolean person = fields.stream().anyMatch(field -> field.type() == FieldType.KEY);
    String masked = place ? Mask.place(raw) : Mask.of(raw);
    boolean open = masked.equals(raw);
    if ((person && open) || (fields.isEmpty() && open && mayBeName(raw) && !known.has(raw))) {
      return raw.substring(0, raw.offsetByCodePoints(0, 1)) + "**";
    }
    if (fields.isEmpty() && words(raw) && records < SHOWN && !known.has(raw)) {
      return Mask.place(raw).equals(raw) ? raw : length(raw);
    }
    return masked.replaceAll("\\s+", " ");
  }

  /** More than a name may hold one: 钱静明先生来电. What many records say is a kind, no person. */
  private static boolean words(String raw) {
    return raw.length() > 4 && raw.codePoints().anyMatch(Character::isIdeographic);
  }

  /** In a column nobody mapped, two to four Han characters may be any name, and a dot joins one. */
  private static boolean mayBeName(String raw) {
    return raw.indexOf('·') > 0
        || (raw.length() <= 4 && raw.chars().allMatch(c -> c >= 0x4E00 && c <= 0x9FFF));
  }

  FilePreview.Column column() {
    Map<String, FilePreview.Value> byMask = new LinkedHashMap<>();
    counts.forEach(
        (raw, count) -> {
          String masked = masked(raw, count.records);
          boolean same = count.becomes.equals(raw) || count.becomes.equals(masked);
          String becomes = same || cell < 0 ? "" : count.becomes;
          byMask.merge(
              masked,
              new FilePreview.Value(masked, becomes, count.records),
              (one, other) ->
                  new FilePreview.Value(
                      masked,
                      one.becomes().equals(other.becomes()) ? one.becomes() : "",
                      one.records() + other.records(),
                      one.distinct() + 1));
        });
    List<FilePreview.Value> values = new ArrayList<>(byMask.values());
    values.sort(
        Comparator.comparingLong(FilePreview.Value::records)
            .reversed()
            .thenComparing(FilePreview.Value::masked));
    boolean cut = values.size() > SHOWN;
    return new FilePreview.Column(
        header,
        mappings.stream().map(FieldMapping::field).collect(Collectors.joining(", ")),
        meaning(),
        List.copyOf(cut ? values.subList(0, SHOWN) : values),
        cut || more,
        empty,
        Collections.unmodifiableSortedMap(rejected),
        List.copyOf(examples.values()));
  }

  private String meaning() {
    if (fields.isEmpty()) {
      return ignored ? "忽略" : "未映射";
    }
    String titles = fields.stream().map(Field::title).collect(Collectors.joining("、"));
    FieldMapping first = mappings.get(0);
    if (first.sql() != null) {
      return titles + "（由表达式 " + first.sql() + "）";
    }
    return first.constant() != null ? titles + "（固定为 " + first.constant() + "）" : titles;
  }
}
