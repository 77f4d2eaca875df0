package hallmetrics.edition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads an edition's table as one plain Parquet file (zstd), readable by any engine.
 * Columns are the record's components in order; instants are UTC microseconds.
 */
public final class ParquetTable {
  private ParquetTable() {}

  /**
   * Writes the rows in their order; the file must not exist yet.
   *
   * @throws UncheckedIOException if the disk refuses
   */
  public static <R extends Record> void write(Path file, Class<R> type, List<R> rows) {
    RecordShape<R> shape = new RecordShape<>(type);
    MessageType schema = schema(shape, type.getSimpleName());
    SimpleGroupFactory groups = new SimpleGroupFactory(schema);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withType(schema)
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .build()) {
      for (R row : rows) {
        writer.write(group(shape, groups, row));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * Reads every row of a file written by {@link #write}, in its order.
   *
   * @throws UncheckedIOException if the file is missing or damaged
   */
  public static <R extends Record> List<R> read(Path file, Class<R> type) {
    RecordShape<R> shape = new RecordShape<>(type);
    List<R> rows = new ArrayList<>();
    try (ParquetReader<Group> reader =
        new GroupReader(new LocalInputFile(file), new PlainParquetConfiguration()).build()) {
      for (Group group = reader.read(); group != null; group = reader.read()) {
        rows.add(row(shape, group));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return rows;
  }

  /** The columns of a table by published name with their Java types, in order. */
  public static <R extends Record> Map<String, Class<?>> columns(Class<R> type) {
    Map<String, Class<?>> columns = new LinkedHashMap<>();
    for (RecordShape.Column column : new RecordShape<>(type).columns()) {
      columns.put(column.name(), column.type());
    }
    return columns;
  }

  private static final class GroupReader extends ParquetReader.Builder<Group> {
    GroupReader(LocalInputFile file, PlainParquetConfiguration configuration) {
      super(file, configuration);
    }

    @Override
    protected GroupReadSupport getReadSupport() {
      return new GroupReadSupport();
    }
  }

  private static <R extends Record> MessageType schema(RecordShape<R> shape, String name) {
    List<Type> columns = new ArrayList<>();
    for (RecordShape.Column column : shape.columns()) {
      columns.add(column(column));
    }
    return new MessageType(name, columns);
  }

  private static Type column(RecordShape.Column column) {
    Class<?> type = column.type();
    if (type == String.class) {
      return Types.optional(PrimitiveTypeName.BINARY)
          .as(LogicalTypeAnnotation.stringType())
          .named(column.name());
    }
    if (type == Instant.class) {
      return Types.optional(PrimitiveTypeName.INT64)
          .as(LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MICROS))
          .named(column.name());
    }
    return Types.optional(primitive(type)).named(column.name());
  }

  private static PrimitiveTypeName primitive(Class<?> type) {
    if (type == Double.class || type == double.class) {
      return PrimitiveTypeName.DOUBLE;
    }
    if (type == Integer.class || type == int.class) {
      return PrimitiveTypeName.INT32;
    }
    if (type == Long.class || type == long.class) {
      return PrimitiveTypeName.INT64;
    }
    if (type == boolean.class) {
      return PrimitiveTypeName.BOOLEAN;
    }
    throw new IllegalArgumentException("no Parquet type for " + type);
  }

  private static <R extends Record> Group group(
      RecordShape<R> shape, SimpleGroupFactory groups, R row) {
    Group group = groups.newGroup();
    for (int i = 0; i < shape.columns().size(); i++) {
      Object value = shape.value(row, i);
      if (value != null) {
        add(group, i, value);
      }
    }
    return group;
  }

  private static void add(Group group, int i, Object value) {
    if (value instanceof String text) {
      group.add(
          i,
          org.apache.parquet.io.api.Binary.fromConstantByteArray(
              text.getBytes(StandardCharsets.UTF_8)));
    } else if (value instanceof Double number) {
      group.add(i, number.doubleValue());
    } else if (value instanceof Integer number) {
      group.add(i, number.intValue());
    } else if (value instanceof Long number) {
      group.add(i, number.longValue());
    } else if (value instanceof Boolean flag) {
      group.add(i, flag.booleanValue());
    } else {
      Instant instant = (Instant) value;
      group.add(i, micros(instant));
    }
  }

  private static <R extends Record> R row(RecordShape<R> shape, Group group) {
    @Nullable Object[] values = new Object[shape.columns().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = group.getFieldRepetitionCount(i) == 0 ? null : value(shape, group, i);
    }
    return shape.row(values);
  }

  private static <R extends Record> Object value(RecordShape<R> shape, Group group, int i) {
    Class<?> type = shape.columns().get(i).type();
    if (type == String.class) {
      return group.getString(i, 0);
    }
    if (type == Instant.class) {
      long micros = group.getLong(i, 0);
      return Instant.ofEpochSecond(
          Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }
    return switch (primitive(type)) {
      case DOUBLE -> group.getDouble(i, 0);
      case INT32 -> group.getInteger(i, 0);
      case INT64 -> group.getLong(i, 0);
      default -> group.getBoolean(i, 0);
    };
  }

  private static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000L);
  }
}
