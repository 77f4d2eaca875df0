package hallmetrics.ledger;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.Table;
import org.apache.spark.unsafe.types.UTF8String;

/** Writes counts into files of {@code daily}; its months are those of one table each. */
final class CountWriting extends MonthWriting<CountBlock, List<UTF8String>> {
  private static final long serialVersionUID = 1L;

  private final Set<List<String>> allowed;

  /**
   * A writer of {@code daily}.
   *
   * @param run leads the names of the files
   * @param allowed the only tables and months counts may be of
   */
  CountWriting(Table table, String run, Set<List<String>> allowed) {
    super(table, run);
    this.allowed = allowed;
  }

  @Override
  boolean isOf(List<UTF8String> month, CountBlock block) {
    return month.equals(month(block));
  }

  @Override
  List<UTF8String> month(CountBlock block) {
    return List.of(block.table(), block.origin());
  }

  @Override
  CountFile open(List<UTF8String> month) throws IOException {
    List<String> key = month.stream().map(UTF8String::toString).toList();
    if (!allowed.contains(key)) {
      throw new IllegalStateException(
          table().name() + ": a row lies outside the replaced months, in " + key);
    }
    return new CountFile(ChunkFile.open(table(), run(), key));
  }
}
