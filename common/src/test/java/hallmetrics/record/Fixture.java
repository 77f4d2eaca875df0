package hallmetrics.record;

import hallmetrics.schema.Field;
import hallmetrics.schema.FieldType;
import hallmetrics.schema.Place;
import hallmetrics.schema.TableSchema;
import hallmetrics.source.FieldMapping;
import hallmetrics.source.SourceSpec;
import hallmetrics.value.HmacKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A source and its table, changed field by field in a test. */
final class Fixture {
  String format = "csv";
  String encoding = "auto";
  char delimiter = ',';
  @Nullable String sheet;
  int headerRow = 1;
  int movesWithinDays = 62;
  @Nullable String withoutId;
  List<String> ignore = List.of();
  List<String> key = List.of("source_record_id");
  List<String> keyElse = List.of();
  String eventDate = "assess_ts";
  private final Map<String, FieldMapping> mapped = new LinkedHashMap<>();
  private final List<Field> fields = new ArrayList<>();

  /** Ratings with a number, a time, a level and a region. */
  static Fixture ratings() {
    Fixture fixture = new Fixture();
    fixture.field("assess_ts", FieldType.TIMESTAMP, true, Map.of());
    fixture.field("satisfaction", FieldType.INT, true, Map.of("5", "好", "1", "差"));
    fixture.field("region_id", FieldType.STRING, false, Map.of());
    fixture.from("source_record_id", "编号");
    fixture.from("assess_ts", "时间");
    fixture.coded("satisfaction", "满意度", Map.of("5", "5", "1", "1", "非常满意", "5"));
    fixture.from("region_id", "区划");
    return fixture;
  }

  Fixture field(String name, FieldType type, boolean required, Map<String, String> values) {
    fields.add(new Field(name, name, type, required, values, null, 1));
    return this;
  }

  Fixture otherwise(String name, FieldType type, String value) {
    fields.add(new Field(name, name, type, false, Map.of(), value, 1));
    return this;
  }

  Fixture from(String field, String... headers) {
    return map(mapping(field, List.of(headers), Map.of(), null, null));
  }

  Fixture coded(String field, String header, Map<String, String> codes) {
    return map(mapping(field, List.of(header), codes, null, null));
  }

  Fixture sql(String field, String expression) {
    return map(mapping(field, List.of(), Map.of(), expression, null));
  }

  Fixture constant(String field, String value) {
    return map(mapping(field, List.of(), Map.of(), null, value));
  }

  Fixture map(FieldMapping mapping) {
    mapped.put(mapping.field(), mapping);
    return this;
  }

  private static FieldMapping mapping(
      String field,
      List<String> from,
      Map<String, String> codes,
      @Nullable String sql,
      @Nullable String constant) {
    return new FieldMapping(field, from, null, List.of(), codes, List.of(), sql, constant, null, 1);
  }

  SourceSpec source() {
    return new SourceSpec(
        "pj",
        "评价",
        "evaluation",
        "hcp",
        format,
        "*." + format,
        null,
        null,
        encoding,
        delimiter,
        sheet,
        headerRow,
        withoutId,
        false,
        null,
        movesWithinDays,
        null,
        null,
        ignore,
        mapped,
        "pj.yaml",
        1);
  }

  TableSchema schema() {
    Place place = new Place("region_id", null, null, null, null, false);
    return new TableSchema(
        "evaluation",
        "评价",
        fields,
        List.of(),
        key,
        keyElse,
        eventDate,
        place,
        Map.of(),
        null,
        "evaluation.yaml",
        1);
  }

  MapperSettings settings() {
    return settings("k1:a-secret-of-the-tests");
  }

  MapperSettings settings(String key) {
    return new MapperSettings(
        source(),
        schema(),
        LocalDate.of(2007, 1, 1),
        LocalDate.of(2027, 12, 31),
        LocalDate.of(2037, 12, 31),
        code -> code.equals("360702") ? "ZG" : null,
        HmacKey.fromVariable("TEST", key));
  }

  /** Maps every record of a file. */
  List<Mapped> mapAll(Path file) {
    return mapAll(file, ExpressionEvaluator.NONE);
  }

  List<Mapped> mapAll(Path file, ExpressionEvaluator expressions) {
    try (DeliveryReader reader = DeliveryReader.open(source(), file)) {
      RecordMapper mapper = new RecordMapper(settings(), reader.header(), expressions);
      List<Mapped> all = new ArrayList<>();
      for (RawRecord record = reader.next(); record != null; record = reader.next()) {
        all.add(mapper.map(record));
      }
      return all;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static Path write(Path folder, String text) {
    return write(folder, text, StandardCharsets.UTF_8);
  }

  static Path write(Path folder, String text, Charset charset) {
    return write(folder, text.getBytes(charset));
  }

  static Path write(Path folder, byte[] bytes) {
    try {
      return Files.write(Files.createTempFile(folder, "pj", ".csv"), bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The cells of every record. */
  static List<List<String>> cells(SourceSpec source, Path file) {
    try (DeliveryReader reader = DeliveryReader.open(source, file)) {
      List<List<String>> all = new ArrayList<>();
      for (RawRecord record = reader.next(); record != null; record = reader.next()) {
        all.add(List.of(record.cells()));
      }
      return all;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
