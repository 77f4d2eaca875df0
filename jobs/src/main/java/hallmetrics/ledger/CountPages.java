package hallmetrics.ledger;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.iceberg.shaded.org.apache.parquet.bytes.BytesInput;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnDescriptor;
import org.apache.iceberg.shaded.org.apache.parquet.column.statistics.Statistics;
import org.apache.iceberg.shaded.org.apache.parquet.io.api.Binary;
import org.apache.iceberg.shaded.org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * Writes column chunks of one page each: what parquet-java would write for the same rows, without a
 * call and a look into a hash of texts for each cell. All columns are optional; only sums have
 * nulls.
 */
final class CountPages {
  /** Bytes of decimal(38, 6). */
  private static final int SUM = 16;

  private final Chunks chunks;
  private final Numbering numbering = new Numbering();
  private int[] numbers = new int[1024];

  CountPages(Chunks chunks) {
    this.chunks = chunks;
  }

  /** What the numbers of a column stand for. */
  interface Meaning {
    /** Bytes of the values met, as Parquet writes them plainly; tells the statistics of them. */
    BytesInput plain(Numbering met, Statistics<?> statistics);
  }

  /** Writes a chunk of numbers. */
  void write(ColumnDescriptor column, int[] cells, int rows, Meaning meaning) throws IOException {
    begin(rows);
    int last = 0;
    for (int i = 0; i < rows; i++) {
      numbers[i] = i > 0 && cells[i] == cells[i - 1] ? last : (last = numbering.number(cells[i]));
    }
    end(column, rows, meaning);
  }

  /** The same of long numbers. */
  void write(ColumnDescriptor column, long[] cells, int rows, Meaning meaning) throws IOException {
    begin(rows);
    for (int i = 0; i < rows; i++) {
      numbers[i] = numbering.number(cells[i]);
    }
    end(column, rows, meaning);
  }

  private void begin(int rows) {
    numbering.clear();
    if (numbers.length < rows) {
      numbers = new int[Math.max(rows, numbers.length * 2)];
    }
  }

  private void end(ColumnDescriptor column, int rows, Meaning meaning) throws IOException {
    Statistics<?> statistics = Statistics.createStats(column.getPrimitiveType());
    statistics.incrementNumNulls(0);
    BytesInput dictionary = meaning.plain(numbering, statistics);
    BytesInput page =
        BytesInput.concat(Chunks.levels(rows, 1), Chunks.numbers(numbers, rows, numbering.size()));
    chunks.write(
        column,
        new Chunks.Dictionary(dictionary, numbering.size()),
        new Chunks.Page(rows, rows, page, statistics));
  }

  /** Writes a chunk of sums, null where there is none. */
  void write(ColumnDescriptor column, @Nullable BigDecimal[] sums, int rows) throws IOException {
    ByteBuffer values = ByteBuffer.allocate(rows * SUM);
    Presence there = new Presence();
    Statistics<?> statistics = Statistics.createStats(column.getPrimitiveType());
    for (int i = 0; i < rows; i++) {
      BigDecimal sum = sums[i];
      there.add(sum != null);
      if (sum != null) {
        byte[] bytes = bytes(sum, column.getPrimitiveType());
        values.put(bytes);
        statistics.updateStats(Binary.fromConstantByteArray(bytes));
      }
    }
    statistics.setNumNulls(rows - there.set());
    BytesInput page =
        BytesInput.concat(there.levels(), BytesInput.from(values.array(), 0, values.position()));
    chunks.write(column, null, new Chunks.Page(rows, rows, page, statistics));
  }

  /** The bytes of a decimal(38, 6). */
  static byte[] bytes(BigDecimal sum, PrimitiveType type) {
    BigDecimal scaled = sum.setScale(type.getDecimalMetadata().getScale());
    if (scaled.precision() > type.getDecimalMetadata().getPrecision()) {
      throw new ArithmeticException("a sum of counts does not fit its column: " + sum);
    }
    byte[] exact = scaled.unscaledValue().toByteArray();
    byte[] bytes = new byte[SUM];
    Arrays.fill(bytes, 0, SUM - exact.length, (byte) (sum.signum() < 0 ? -1 : 0));
    System.arraycopy(exact, 0, bytes, SUM - exact.length, exact.length);
    return bytes;
  }

  /** Days and counts. */
  static BytesInput integers(Numbering met, Statistics<?> statistics) {
    ByteBuffer bytes = ByteBuffer.allocate(met.size() * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < met.size(); i++) {
      bytes.putInt((int) met.value(i));
      statistics.updateStats((int) met.value(i));
    }
    return BytesInput.from(bytes.array());
  }

  static BytesInput longs(Numbering met, Statistics<?> statistics) {
    ByteBuffer bytes = ByteBuffer.allocate(met.size() * 8).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < met.size(); i++) {
      bytes.putLong(met.value(i));
      statistics.updateStats(met.value(i));
    }
    return BytesInput.from(bytes.array());
  }
}
