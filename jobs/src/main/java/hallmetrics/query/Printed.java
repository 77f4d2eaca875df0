package hallmetrics.query;

import hallmetrics.value.Mask;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a result. A number stays one; instants are Shanghai time, everything else is text. A
 * text that is as a whole the number of a person is shown in part, also in Parquet.
 */
final class Printed {
  private static final String MASK = "hall_record_number";

  /** Mobile numbers have 11 digits: shorter texts need no look. */
  private static final int SHORTEST = 11;

  private Printed() {}

  static void register(SparkSession session) {
    session.udf().register(MASK, (UDF1<String, String>) Printed::masked, DataTypes.StringType);
  }

  private static @Nullable String masked(@Nullable String text) {
    return text == null || text.length() < SHORTEST ? text : Mask.recordNumber(text);
  }

  /** The same rows, texts masked; other columns as they are. */
  static Dataset<Row> typed(Dataset<Row> rows) {
    return selected(rows, Printed::maskedColumn);
  }

  /** The same rows as numbers and texts. Names may occur twice. */
  static Dataset<Row> text(Dataset<Row> rows) {
    return selected(
        rows,
        (column, type) -> {
          if (type instanceof NumericType) {
            return column;
          }
          Column text = type.equals(DataTypes.BinaryType) ? functions.hex(column) : column;
          return maskedColumn(text.cast(DataTypes.StringType), DataTypes.StringType);
        });
  }

  private interface Shown {
    Column of(Column column, DataType type);
  }

  private static Dataset<Row> selected(Dataset<Row> rows, Shown shown) {
    StructType columns = rows.schema();
    String[] numbered = new String[columns.size()];
    for (int i = 0; i < numbered.length; i++) {
      numbered[i] = "c" + i;
    }
    List<Column> all = new ArrayList<>();
    for (int i = 0; i < numbered.length; i++) {
      StructField column = columns.fields()[i];
      all.add(shown.of(functions.col(numbered[i]), column.dataType()).as(column.name()));
    }
    return rows.toDF(numbered).select(all.toArray(Column[]::new));
  }

  private static Column maskedColumn(Column column, DataType type) {
    return type instanceof StringType ? functions.call_udf(MASK, column) : column;
  }
}
