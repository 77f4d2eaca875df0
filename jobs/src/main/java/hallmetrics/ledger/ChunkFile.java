package hallmetrics.ledger;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.SchemaParser;
import org.apache.iceberg.Table;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.iceberg.parquet.ParquetUtil;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnDescriptor;
import org.apache.iceberg.shaded.org.apache.parquet.column.ParquetProperties;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.iceberg.shaded.org.apache.parquet.schema.MessageType;

/** A data file of a table that is written a column chunk at a time. */
final class ChunkFile implements AutoCloseable {
  private final Table table;
  private final PartitionData partition;
  private final String place;
  private final ParquetFileWriter file;
  private final List<ColumnDescriptor> columns;
  private final Chunks chunks;
  private boolean ended;

  private ChunkFile(Table table, PartitionData partition, String place) throws IOException {
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
    this.chunks = new Chunks(file);
    file.start();
  }

  /**
   * Opens a new file.
   *
   * @param run leads its name
   * @param key the values of the partition, all texts
   */
  static ChunkFile open(Table table, String run, List<String> key) throws IOException {
    PartitionData partition = new PartitionData(table.spec().partitionType());
    for (int i = 0; i < key.size(); i++) {
      partition.set(i, key.get(i));
    }
    String name = run + "-" + UUID.randomUUID() + ".parquet";
    return new ChunkFile(
        table, partition, table.locationProvider().newDataLocation(table.spec(), partition, name));
  }

  /** The columns of which each row group has a chunk, in this order. */
  List<ColumnDescriptor> columns() {
    return columns;
  }

  Chunks chunks() {
    return chunks;
  }

  void startGroup(int rows) throws IOException {
    file.startBlock(rows);
  }

  void endGroup() throws IOException {
    file.endBlock();
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
        // no offsets of row groups: a reader who asks for whole files would get it in pieces
        .build();
  }

  /** Lets go of a file that was not ended; nothing names it. */
  @Override
  public void close() throws IOException {
    chunks.release();
    if (!ended) {
      file.abort();
      file.close();
    }
  }
}
