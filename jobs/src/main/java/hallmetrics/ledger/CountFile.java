package hallmetrics.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.shaded.org.apache.parquet.bytes.BytesInput;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnDescriptor;
import org.apache.iceberg.shaded.org.apache.parquet.column.statistics.Statistics;
import org.apache.iceberg.shaded.org.apache.parquet.io.api.Binary;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One data file of {@code daily}: a row group for each block, so that a reader of one measure or
 * day passes over the others.
 */
final class CountFile implements MonthWriting.MonthFile<CountBlock> {
  private final ChunkFile file;
  private final CountPages pages;

  /**
   * Rows for a new file.
   *
   * @param file of {@code daily}; it is closed with this
   */
  CountFile(ChunkFile file) {
    this.file = file;
    this.pages = new CountPages(file.chunks());
  }

  /** Writes a block as one row group. */
  @Override
  public void write(CountBlock block) throws IOException {
    int rows = block.size();
    file.startGroup(rows);
    CountPages.Meaning texts = (met, statistics) -> texts(block, met, statistics);
    List<ColumnDescriptor> columns = file.columns();
    int next = 0;
    int[] same = new int[rows];
    for (UTF8String text : List.of(block.table(), block.origin())) {
      pages.write(
          columns.get(next++), same, rows, (met, statistics) -> texts(List.of(text), statistics));
    }
    for (int column = CountBlock.MEASURE; column <= CountBlock.SPLIT_VALUE; column++) {
      CountPages.Meaning meaning = column == CountBlock.DAY ? CountPages::integers : texts;
      pages.write(columns.get(next++), block.cells(column), rows, meaning);
    }
    pages.write(columns.get(next++), block.counts(), rows, CountPages::longs);
    pages.write(columns.get(next), block.sums(), rows);
    file.endGroup();
  }

  private static BytesInput texts(CountBlock block, Numbering met, Statistics<?> statistics) {
    UTF8String[] texts = new UTF8String[met.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = block.text((int) met.value(i));
    }
    return texts(List.of(texts), statistics);
  }

  private static BytesInput texts(List<UTF8String> texts, Statistics<?> statistics) {
    UTF8String least = texts.get(0);
    UTF8String greatest = least;
    int size = 0;
    for (UTF8String text : texts) {
      least = text.binaryCompare(least) < 0 ? text : least;
      greatest = text.binaryCompare(greatest) > 0 ? text : greatest;
      size += 4 + text.numBytes();
    }
    statistics.updateStats(Binary.fromConstantByteArray(least.getBytes()));
    statistics.updateStats(Binary.fromConstantByteArray(greatest.getBytes()));
    ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    for (UTF8String text : texts) {
      bytes.putInt(text.numBytes()).put(text.getBytes());
    }
    return BytesInput.from(bytes.array());
  }

  /** Ends the file and tells of it what the table keeps. */
  @Override
  public DataFile end() throws IOException {
    return file.end();
  }

  /** Lets go of a file that was not ended; nothing names it. */
  @Override
  public void close() throws IOException {
    file.close();
  }
}
