package hallmetrics.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.types.Conversions;

/**
 * Reads and writes the small control tables without a session. Every append that finds {@value
 * #FOLD} files writes them as one, so that a reader opens few files however long the history.
 */
final class ControlRows {
  static final int FOLD = 20;

  private ControlRows() {}

  /** All rows of a snapshot, in no order. */
  static List<Record> read(Table table, long snapshot) {
    List<Record> rows = new ArrayList<>();
    for (DataFile file : files(table, snapshot)) {
      rows.addAll(read(table, file));
    }
    return rows;
  }

  /** The files of a snapshot, those with the greatest values of a long column first. */
  static List<DataFile> filesByGreatest(Table table, long snapshot, String column) {
    int id = table.schema().findField(column).fieldId();
    List<DataFile> files = new ArrayList<>(files(table, snapshot));
    files.sort(Comparator.comparingLong((DataFile file) -> greatest(table, file, id)).reversed());
    return files;
  }

  private static long greatest(Table table, DataFile file, int id) {
    Long bound =
        Conversions.fromByteBuffer(table.schema().findType(id), file.upperBounds().get(id));
    return bound;
  }

  private static List<DataFile> files(Table table, long snapshot) {
    List<DataFile> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks =
        table.newScan().useSnapshot(snapshot).includeColumnStats().planFiles()) {
      tasks.forEach(task -> files.add(task.file().copy()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** All rows of one file. */
  static List<Record> read(Table table, DataFile file) {
    List<Record> rows = new ArrayList<>();
    try (CloseableIterable<Record> records =
        Parquet.read(table.io().newInputFile(file.location(), file.fileSizeInBytes()))
            .project(table.schema())
            .createReaderFunc(stored -> GenericParquetReaders.buildReader(table.schema(), stored))
            .build()) {
      records.forEach(rows::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /**
   * Appends rows to a branch in one commit, which fails if the branch gained rows since {@code
   * base}.
   */
  static void append(Table table, String branch, long base, List<Record> rows, String run) {
    OverwriteFiles change =
        table
            .newOverwrite()
            .validateFromSnapshot(base)
            .conflictDetectionFilter(Expressions.alwaysTrue())
            .validateNoConflictingData()
            .toBranch(branch);
    List<DataFile> held = files(table, base);
    List<Record> all = new ArrayList<>();
    if (held.size() >= FOLD) {
      for (DataFile file : held) {
        all.addAll(read(table, file));
        change.deleteFile(file);
      }
    }
    all.addAll(rows);
    if (!all.isEmpty()) {
      change.addFile(write(table, all, run));
    }
    change.set("hallmetrics.run", run).commit();
    Failpoint.hit("commit");
  }

  private static DataFile write(Table table, List<Record> rows, String run) {
    String name = run + "-" + UUID.randomUUID() + ".parquet";
    try {
      DataWriter<Record> writer =
          Parquet.writeData(
                  table.io().newOutputFile(table.locationProvider().newDataLocation(name)))
              .forTable(table)
              .createWriterFunc(GenericParquetWriter::create)
              .build();
      try (writer) {
        rows.forEach(writer::write);
      }
      return writer.toDataFile();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
