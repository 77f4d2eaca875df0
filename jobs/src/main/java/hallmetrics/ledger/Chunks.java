package hallmetrics.ledger;

import java.io.IOException;
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
import org.jspecify.annotations.Nullable;

/** Writes column chunks of one page each, compressed where that can shorten them. */
final class Chunks {
  private static final int PAGE = 1 << 20;

  /** A chunk this short is as long compressed. */
  private static final int SHORT = 160;

  private final ParquetFileWriter file;
  private final ParquetCodecFactory codecs;
  private final BytesCompressor zstd;

  Chunks(ParquetFileWriter file) {
    this.file = file;
    this.codecs = new ParquetCodecFactory(new Configuration(false), PAGE);
    this.zstd = codecs.getCompressor(CompressionCodecName.ZSTD);
  }

  /** The values a page's numbers stand for, as Parquet writes them plainly. */
  record Dictionary(BytesInput values, int size) {}

  /**
   * A page.
   *
   * @param values how many, nulls too; in a list every element is one
   * @param rows how many rows they are of
   * @param bytes levels, then the values or, with a dictionary, their numbers
   */
  record Page(int values, int rows, BytesInput bytes, Statistics<?> statistics) {}

  /** Writes a chunk; without a dictionary its values are plain. */
  void write(ColumnDescriptor column, @Nullable Dictionary dictionary, Page page)
      throws IOException {
    long size = page.bytes().size() + (dictionary == null ? 0 : dictionary.values().size());
    boolean compress = size > SHORT;
    file.startColumn(
        column,
        page.values(),
        compress ? CompressionCodecName.ZSTD : CompressionCodecName.UNCOMPRESSED);
    if (dictionary != null) {
      file.writeDictionaryPage(
          new DictionaryPage(
              compress ? zstd.compress(dictionary.values()) : dictionary.values(),
              (int) dictionary.values().size(),
              dictionary.size(),
              Encoding.PLAIN_DICTIONARY));
    }
    file.writeDataPage(
        page.values(),
        (int) page.bytes().size(),
        compress ? zstd.compress(page.bytes()) : page.bytes(),
        page.statistics(),
        page.rows(),
        column.getMaxRepetitionLevel() > 0 ? Encoding.RLE : Encoding.BIT_PACKED,
        Encoding.RLE,
        dictionary == null ? Encoding.PLAIN : Encoding.PLAIN_DICTIONARY);
    file.endColumn();
  }

  /** Levels of rows that are all alike: one run. */
  static BytesInput levels(int rows, int level) throws IOException {
    return sized(
        BytesInput.concat(
            BytesInput.fromUnsignedVarInt(rows << 1), BytesInput.from(new byte[] {(byte) level})));
  }

  /** Levels as a page has them: their length before them. */
  static BytesInput sized(BytesInput levels) throws IOException {
    return BytesInput.concat(BytesInput.fromInt((int) levels.size()), levels);
  }

  /**
   * Numbers into a dictionary as a page has them: their width, then runs and packed bits.
   *
   * @param size of the dictionary
   */
  static BytesInput numbers(int[] numbers, int count, int size) throws IOException {
    int width = 32 - Integer.numberOfLeadingZeros(size - 1);
    try (RunLengthBitPackingHybridEncoder packed =
        new RunLengthBitPackingHybridEncoder(
            width, 1024, PAGE, HeapByteBufferAllocator.getInstance())) {
      for (int i = 0; i < count; i++) {
        packed.writeInt(numbers[i]);
      }
      return BytesInput.copy(
          BytesInput.concat(BytesInput.from(new byte[] {(byte) width}), packed.toBytes()));
    }
  }

  void release() {
    codecs.release();
  }

  /** Writes the one page of an optional column whose rows have a value or none. */
  void write(
      ColumnDescriptor column,
      @Nullable Dictionary dictionary,
      Presence there,
      BytesInput values,
      Statistics<?> statistics)
      throws IOException {
    statistics.setNumNulls(there.rows() - there.set());
    BytesInput bytes = BytesInput.concat(there.levels(), values);
    write(column, dictionary, new Page(there.rows(), there.rows(), bytes, statistics));
  }
}
