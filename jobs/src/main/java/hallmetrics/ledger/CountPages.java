package hallmetrics.ledger;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.parquet.ParquetCodecFactory;
import org.apache.iceberg.shaded.org.apache.parquet.bytes.BytesInput;
import org.apache.iceberg.shaded.org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnDescriptor;
import org.apache.iceberg.shaded.org.apache.parquet.column.Encoding;
import org.apache.iceberg.shaded.org.apache.parquet.column.page.DictionaryPage;
import org.apache.iceberg.shaded.org.apache.parquet.column.statistics.Statistics;
import org.apache.iceberg.shaded.org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.CodecFactory.BytesCompressor;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.iceberg.shaded.org.apache.parquet.io.api.Binary;
import org.apache.iceberg.shaded.org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * Writes column chunks of one page each: what parquet-java would write for the same rows, without a
 * call and a look into a hash of texts for each cell. All columns are optional; only sums have
 * nulls.
 */
final class CountPages {
  private static final int PAGE = 1 << 20;

  /** A chunk this short is as long compressed. */
  private static final int SHORT = 160;

  /** Bytes of decimal(38, 6). */
  private static final int SUM = 16;

  private final ParquetFileWriter file;
  private final ParquetCodecFactory codecs;
  private final BytesCompressor zstd;
  private final Numbering numbering = new Numbering();
  private int[] numbers = new int[1024];

  CountPages(ParquetFileWriter file, Configuration conf) {
    this.file = file;
    this.codecs = new ParquetCodecFactory(conf, PAGE);
    this.zstd = codecs.getCompressor(CompressionCodecName.ZSTD);
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
    int width = 32 - Integer.numberOfLeadingZeros(numbering.size() - 1);
    try (RunLengthBitPackingHybridEncoder packed = packed(width)) {
      for (int i = 0; i < rows; i++) {
        packed.writeInt(numbers[i]);
      }
      Statistics<?> statistics = Statistics.createStats(column.getPrimitiveType());
      statistics.incrementNumNulls(0);
      BytesInput dictionary = meaning.plain(numbering, statistics);
      BytesInput page =
          BytesInput.concat(
              allThere(rows), BytesInput.from(new byte[] {(byte) width}), packed.toBytes());
      chunk(column, rows, dictionary, page, statistics);
    }
  }

  private static RunLengthBitPackingHybridEncoder packed(int width) {
    return new RunLengthBitPackingHybridEncoder(
        width, 1024, PAGE, HeapByteBufferAllocator.getInstance());
  }

  /** Definition levels of rows that all have a value: one run. */
  private static BytesInput allThere(int rows) throws IOException {
    return levels(rows, 1);
  }

  private static BytesInput levels(int rows, int level) throws IOException {
    BytesInput run =
        BytesInput.concat(
            BytesInput.fromUnsignedVarInt(rows << 1), BytesInput.from(new byte[] {(byte) level}));
    return BytesInput.concat(BytesInput.fromInt((int) run.size()), run);
  }

  /** Writes a chunk of sums, null where there is none. */
  void write(ColumnDescriptor column, @Nullable BigDecimal[] sums, int rows) throws IOException {
    ByteBuffer values = ByteBuffer.allocate(rows * SUM);
    Statistics<?> statistics = Statistics.createStats(column.getPrimitiveType());
    try (RunLengthBitPackingHybridEncoder there = packed(1)) {
      for (int i = 0; i < rows; i++) {
        BigDecimal sum = sums[i];
        there.writeInt(sum == null ? 0 : 1);
        if (sum == null) {
          statistics.incrementNumNulls();
        } else {
          byte[] bytes = bytes(sum, column.getPrimitiveType());
          values.put(bytes);
          statistics.updateStats(Binary.fromConstantByteArray(bytes));
        }
      }
      BytesInput levels = there.toBytes();
      BytesInput page =
          BytesInput.concat(
              BytesInput.fromInt((int) levels.size()),
              levels,
              BytesInput.from(values.array(), 0, values.position()));
      chunk(column, rows, null, page, statistics);
    }
  }

  private static byte[] bytes(BigDecimal sum, PrimitiveType type) {
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

  private void chunk(
      ColumnDescriptor column,
      int rows,
      @Nullable BytesInput dictionary,
      BytesInput page,
      Statistics<?> statistics)
      throws IOException {
    long size = page.size() + (dictionary == null ? 0 : dictionary.size());
    boolean compress = size > SHORT;
    file.startColumn(
        column, rows, compress ? CompressionCodecName.ZSTD : CompressionCodecName.UNCOMPRESSED);
    if (dictionary != null) {
      file.writeDictionaryPage(
          new DictionaryPage(
              compress ? zstd.compress(dictionary) : dictionary,
              (int) dictionary.size(),
              numbering.size(),
              Encoding.PLAIN_DICTIONARY));
    }
    file.writeDataPage(
        rows,
        (int) page.size(),
        compress ? zstd.compress(page) : page,
        statistics,
        rows,
        Encoding.BIT_PACKED,
        Encoding.RLE,
        dictionary == null ? Encoding.PLAIN : Encoding.PLAIN_DICTIONARY);
    file.endColumn();
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

  void release() {
    codecs.release();
  }
}
