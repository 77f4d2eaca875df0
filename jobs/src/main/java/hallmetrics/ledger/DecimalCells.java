package hallmetrics.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.iceberg.shaded.org.apache.parquet.bytes.BytesInput;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnDescriptor;
import org.apache.iceberg.shaded.org.apache.parquet.column.statistics.Statistics;
import org.apache.iceberg.shaded.org.apache.parquet.io.api.Binary;
import org.apache.iceberg.shaded.org.apache.parquet.schema.PrimitiveType;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;

/** Values of decimal(38, 6). */
final class DecimalCells implements Cells {
  private final PrimitiveType type;
  private final Presence there = new Presence();
  private final ByteArrayOutputStream values = new ByteArrayOutputStream();
  private Statistics<?> statistics;

  DecimalCells(PrimitiveType type) {
    this.type = type;
    this.statistics = Statistics.createStats(type);
  }

  @Override
  public void add(SpecializedGetters row, int ordinal) {
    byte[] bytes = CountPages.bytes(row.getDecimal(ordinal, 38, 6).toJavaBigDecimal(), type);
    there.add(true);
    values.writeBytes(bytes);
    statistics.updateStats(Binary.fromConstantByteArray(bytes));
  }

  @Override
  public void addNull() {
    there.add(false);
  }

  @Override
  public int bytes() {
    return values.size();
  }

  @Override
  public void write(Chunks chunks, ColumnDescriptor column) throws IOException {
    chunks.write(column, null, there, BytesInput.from(values), statistics);
    there.clear();
    values.reset();
    statistics = Statistics.createStats(type);
  }
}
