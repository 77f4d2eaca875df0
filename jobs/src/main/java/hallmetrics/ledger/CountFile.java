package hallmetrics.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.SchemaParser;
import org.apache.iceberg.Table;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.iceberg.parquet.ParquetUtil;
import org.apache.iceberg.shaded.org.apache.parquet.bytes.BytesInput;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnDescriptor;
import org.apache.iceberg.shaded.org.apache.parquet.column.ParquetProperties;
import org.apache.iceberg.shaded.org.apache.parquet.column.statistics.Statistics;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.iceberg.shaded.org.apache.parquet.io.api.Binary;
import org.apache.iceberg.shaded.org.apache.parquet.schema.MessageType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One data file of {@code daily}: a row group for each block, so that a reader of one measure or
 * day passes over the others.
 */
final class CountFile implements AutoCloseable {
  private final Table table;
  private final PartitionData partition;
  private final String place;
  private final ParquetFileWriter file;
  private final List<ColumnDescriptor> columns;
  private final CountPages pages;
  private boolean ended;

  /**
   * Opens a new file.
   *
   * @param table {@code daily}
   */
  CountFile(Table table, PartitionData partition, String place, Configuration conf)
      throws IOException {
    this.table = table;
    this.partition = partition;
    this.place = place;
    MessageType shape = ParquetSchemaUtil.convert(table.schema(), "table");
    this.columns = shape.getColumns();
    this.file =
        new ParquetFileWriter(
            new ParquetOut(table.io().newOutputFile(place)),
            shape,
            ParquetFileWriter.Mode.CREATE,
            Long.MAX_VALUE,
            0,
            null,
            ParquetProperties.builder().withPageWriteChecksumEnabled(true).build());
    this.pages = new CountPages(file, conf);
    file.start();
  }

  /** Writes a block as one row group. */
  void write(CountBlock block) throws IOException {
    int rows = block.size();
    file.startBlock(rows);
    CountPages.Meaning texts = (met, statistics) -> texts(block, met, statistics);
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
    file.endBlock();
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
  DataFile end() throws IOException {
    file.end(Map.of("iceberg.schema", SchemaParser.toJson(table.schema())));
    ended = true;
    return DataFiles.builder(table.spec())
        .withPath(place)
        .withFormat(FileFormat.PARQUET)
        .withPartition(partition)
        .withFileSizeInBytes(file.getPos())
        .withMetrics(
            ParquetUtil.footerMetrics(
                file.getFooter(), Stream.empty(), MetricsConfig.forTable(table)))
        .withSplitOffsets(ParquetUtil.getSplitOffsets(file.getFooter()))
        .build();
  }

  /** Lets go of a file that was not ended; nothing names it. */
  @Override
  public void close() throws IOException {
    pages.release();
    if (!ended) {
      file.abort();
      file.close();
    }
  }
}
