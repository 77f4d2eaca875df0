package hallmetrics.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnDescriptor;
import org.apache.iceberg.shaded.org.apache.parquet.schema.PrimitiveType;
import org.apache.iceberg.types.Types;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * One data file of a ledger table. Rows are taken apart into columns and written a row group at a
 * time, so that a column of nulls or of one value costs next to nothing; what is held is bounded.
 */
final class LedgerFile implements MonthWriting.MonthFile<InternalRow> {
  private static final int ROWS = 1 << 15;
  private static final int BYTES = 1 << 24;

  private final ChunkFile file;
  private final List<Cells> columns = new ArrayList<>();

  /** Where each column stands in the rows; −1 where they have none of its name. */
  private final int[] ordinals;

  private int rows;

  /**
   * A new file.
   *
   * @param shape the columns of the rows
   * @param file of the table; it is closed with this
   */
  LedgerFile(Table table, StructType shape, ChunkFile file) {
    this.file = file;
    List<String> names = List.of(shape.fieldNames());
    this.ordinals =
        table.schema().columns().stream()
            .map(Types.NestedField::name)
            .mapToInt(names::indexOf)
            .toArray();
    file.columns().forEach(column -> columns.add(cells(column)));
  }

  private static Cells cells(ColumnDescriptor column) {
    PrimitiveType type = column.getPrimitiveType();
    if (column.getMaxRepetitionLevel() > 0) {
      return new TextListCells();
    }
    return switch (type.getPrimitiveTypeName()) {
      case INT32 -> new NumberCells(false);
      case INT64 -> new NumberCells(true);
      case BINARY -> new TextCells();
      case BOOLEAN -> new FlagCells();
      case FIXED_LEN_BYTE_ARRAY -> new DecimalCells(type);
      case FLOAT, DOUBLE, INT96 -> throw new IllegalArgumentException("no ledger type: " + type);
    };
  }

  @Override
  public void write(InternalRow row) throws IOException {
    int held = 0;
    for (int i = 0; i < ordinals.length; i++) {
      Cells column = columns.get(i);
      int ordinal = ordinals[i];
      if (ordinal < 0 || row.isNullAt(ordinal)) {
        column.addNull();
      } else {
        column.add(row, ordinal);
        held += column.bytes();
      }
    }
    rows++;
    if (rows == ROWS || held > BYTES) {
      endGroup();
    }
  }

  private void endGroup() throws IOException {
    file.startGroup(rows);
    for (int i = 0; i < ordinals.length; i++) {
      columns.get(i).write(file.chunks(), file.columns().get(i));
    }
    file.endGroup();
    rows = 0;
  }

  /** Ends the file and tells of it what the table keeps. */
  @Override
  public DataFile end() throws IOException {
    if (rows > 0) {
      endGroup();
    }
    return file.end();
  }

  /** Lets go of a file that was not ended; nothing names it. */
  @Override
  public void close() throws IOException {
    file.close();
  }
}
