package hallmetrics.ledger;

import hallmetrics.fault.HallException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads every file that a reader or an edition may ask for, byte by byte: local files against the
 * checksums beside them, all against the length the table remembers.
 */
final class StoreFiles {
  private static final int BUFFER = 1 << 20;

  private final StoreCatalog catalog;
  private final List<String> faults = new ArrayList<>();
  private final byte[] buffer = new byte[BUFFER];

  private StoreFiles(StoreCatalog catalog) {
    this.catalog = catalog;
  }

  /** What is damaged or missing, a sentence each; empty when all is whole. */
  static List<String> damaged(StoreCatalog catalog, Map<String, Long> decided) {
    StoreFiles files = new StoreFiles(catalog);
    for (String name : catalog.names()) {
      files.guarded(name, null, () -> files.table(name, decided.get(name)));
    }
    return files.faults;
  }

  private void table(String name, @Nullable Long decided) {
    Table table = catalog.table(name);
    Set<Long> snapshots = new TreeSet<>();
    for (SnapshotRef ref : table.refs().values()) {
      snapshots.add(ref.snapshotId());
    }
    if (decided != null) {
      snapshots.add(decided);
    }
    Map<String, DataFile> files = new LinkedHashMap<>();
    for (Long snapshot : snapshots) {
      plan(table, snapshot, files);
    }
    files.values().forEach(file -> guarded(name, file.location(), () -> read(table, file)));
  }

  private static void plan(Table table, long snapshot, Map<String, DataFile> files) {
    try (CloseableIterable<FileScanTask> tasks =
        table.newScan().useSnapshot(snapshot).planFiles()) {
      tasks.forEach(task -> files.put(task.file().location(), task.file().copyWithoutStats()));
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  private void read(Table table, DataFile file) {
    InputFile input = table.io().newInputFile(file.location());
    long length = 0;
    try (SeekableInputStream in = input.newStream()) {
      for (int n = in.read(buffer, 0, BUFFER); n >= 0; n = in.read(buffer, 0, BUFFER)) {
        length += n;
      }
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
    if (length != file.fileSizeInBytes()) {
      faults.add(file.location() + " 长度应为 " + file.fileSizeInBytes() + " 字节，实为 " + length);
    }
  }

  private void guarded(String table, @Nullable String file, Runnable work) {
    try {
      StoreFaults.guard(
          catalog.location(),
          () -> {
            work.run();
            return table;
          });
    } catch (HallException damaged) {
      if (!damaged.code().equals("store-damaged")) {
        throw damaged;
      }
      faults.add("表 " + table + "：" + (file == null ? damaged.where() : file) + " 损坏或缺失");
    }
  }
}
