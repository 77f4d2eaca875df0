package hallmetrics.ledger;

import java.io.IOException;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnDescriptor;
import org.apache.iceberg.shaded.org.apache.parquet.column.statistics.Statistics;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;

/** Texts. */
final class TextCells implements Cells {
  private final Presence there = new Presence();
  private final TextValues texts = new TextValues();

  @Override
  public void add(SpecializedGetters row, int ordinal) {
    there.add(true);
    texts.add(row.getUTF8String(ordinal));
  }

  @Override
  public void addNull() {
    there.add(false);
  }

  @Override
  public int bytes() {
    return texts.bytes();
  }

  @Override
  public void write(Chunks chunks, ColumnDescriptor column) throws IOException {
    Statistics<?> statistics = Statistics.createStats(column.getPrimitiveType());
    texts.tell(statistics);
    chunks.write(column, texts.dictionary(), there, texts.values(), statistics);
    there.clear();
    texts.clear();
  }
}
