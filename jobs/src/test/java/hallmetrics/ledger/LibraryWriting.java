package hallmetrics.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.spark.data.SparkParquetWriters;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** What the library writes for the rows of a task: a file for each run of rows of a partition. */
final class LibraryWriting implements FlatMapFunction<Iterator<InternalRow>, DataFile> {
  private static final long serialVersionUID = 1L;

  private final Table table;
  private final StructType shape;
  private final int[] partitionColumns;
  private final String run;

  /**
   * A writer of a table all of whose partitions are by the text of a column.
   *
   * @param shape the columns of the rows, those of the table in its order
   * @param run leads the names of the files
   */
  LibraryWriting(Table table, StructType shape, String run) {
    this.table = SerializableTable.copyOf(table);
    this.shape = shape;
    this.partitionColumns =
        table.spec().fields().stream()
            .map(PartitionField::sourceId)
            .mapToInt(id -> shape.fieldIndex(table.schema().findColumnName(id)))
            .toArray();
    this.run = run;
  }

  @Override
  public Iterator<DataFile> call(Iterator<InternalRow> rows) throws IOException {
    List<DataFile> files = new ArrayList<>();
    List<UTF8String> key = List.of();
    DataWriter<InternalRow> writer = null;
    try {
      while (rows.hasNext()) {
        InternalRow row = rows.next();
        if (writer == null || !lies(row, key)) {
          if (writer != null) {
            writer.close();
            files.add(writer.toDataFile());
          }
          key = key(row);
          writer = open(key);
        }
        writer.write(row);
      }
    } finally {
      if (writer != null) {
        writer.close();
      }
    }
    if (writer != null) {
      files.add(writer.toDataFile());
    }
    return files.iterator();
  }

  private boolean lies(InternalRow row, List<UTF8String> key) {
    for (int i = 0; i < partitionColumns.length; i++) {
      if (!row.getUTF8String(partitionColumns[i]).equals(key.get(i))) {
        return false;
      }
    }
    return true;
  }

  private List<UTF8String> key(InternalRow row) {
    UTF8String[] values = new UTF8String[partitionColumns.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.getUTF8String(partitionColumns[i]).copy();
    }
    return List.of(values);
  }

  private DataWriter<InternalRow> open(List<UTF8String> key) {
    PartitionData partition = new PartitionData(table.spec().partitionType());
    for (int i = 0; i < key.size(); i++) {
      partition.set(i, key.get(i).toString());
    }
    String name = run + "-" + UUID.randomUUID() + ".parquet";
    String place = table.locationProvider().newDataLocation(table.spec(), partition, name);
    try {
      return Parquet.writeData(table.io().newOutputFile(place))
          .forTable(table)
          .withPartition(partition)
          .createWriterFunc(stored -> SparkParquetWriters.buildWriter(shape, stored))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
