package hallmetrics.ledger;

import java.io.IOException;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnDescriptor;
import org.apache.iceberg.shaded.org.apache.parquet.column.statistics.Statistics;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;

/** Flags. */
final class FlagCells implements Cells {
  private final Presence there = new Presence();
  private final Presence values = new Presence();

  @Override
  public void add(SpecializedGetters row, int ordinal) {
    there.add(true);
    values.add(row.getBoolean(ordinal));
  }

  @Override
  public void addNull() {
    there.add(false);
  }

  @Override
  public int bytes() {
    return 0;
  }

  @Override
  public void write(Chunks chunks, ColumnDescriptor column) throws IOException {
    Statistics<?> statistics = Statistics.createStats(column.getPrimitiveType());
    if (values.set() > 0) {
      statistics.updateStats(true);
    }
    if (values.set() < values.rows()) {
      statistics.updateStats(false);
    }
    chunks.write(column, null, there, values.plain(), statistics);
    there.clear();
    values.clear();
  }
}
