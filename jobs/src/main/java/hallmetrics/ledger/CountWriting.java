package hallmetrics.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Writes the counts a task holds, in the order they come, straight into files of {@code daily}: one
 * for each run of blocks of a month.
 */
final class CountWriting implements FlatMapFunction<Iterator<CountBlock>, DataFile> {
  private static final long serialVersionUID = 1L;

  private final Table table;
  private final String run;
  private final Set<List<String>> allowed;

  /**
   * A writer of {@code daily}.
   *
   * @param run leads the names of the files
   * @param allowed the only tables and months counts may be of
   */
  CountWriting(Table table, String run, Set<List<String>> allowed) {
    this.table = SerializableTable.copyOf(table);
    this.run = run;
    this.allowed = allowed;
  }

  @Override
  public Iterator<DataFile> call(Iterator<CountBlock> blocks) throws IOException {
    List<DataFile> files = new ArrayList<>();
    CountFile open = null;
    List<UTF8String> month = List.of();
    try {
      while (blocks.hasNext()) {
        CountBlock block = blocks.next();
        List<UTF8String> here = List.of(block.table(), block.origin());
        if (open == null || !here.equals(month)) {
          end(open, files);
          open = null;
          open = open(here);
          month = here;
        }
        open.write(block);
      }
      end(open, files);
      open = null;
    } finally {
      if (open != null) {
        open.close();
      }
    }
    return files.iterator();
  }

  private static void end(@Nullable CountFile open, List<DataFile> files) throws IOException {
    if (open != null) {
      try (open) {
        files.add(open.end());
      }
    }
  }

  private CountFile open(List<UTF8String> month) throws IOException {
    List<String> key = month.stream().map(UTF8String::toString).toList();
    if (!allowed.contains(key)) {
      throw new IllegalStateException(
          table.name() + ": a row lies outside the replaced months, in " + key);
    }
    return new CountFile(ChunkFile.open(table, run, key));
  }
}
