package hallmetrics.ledger;

import java.io.IOException;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnDescriptor;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;

/** The cells of one optional column, collected until their row group is written. */
interface Cells {
  /** Takes the cell of the next row. */
  void add(SpecializedGetters row, int ordinal);

  /** Takes a null for the next row. */
  void addNull();

  /** About how many bytes of texts it holds. */
  int bytes();

  /** Writes them as a chunk and forgets them. */
  void write(Chunks chunks, ColumnDescriptor column) throws IOException;
}
