package hallmetrics.ingest;

import hallmetrics.ledger.LedgerSchema;
import hallmetrics.record.ExpressionEvaluator;
import hallmetrics.record.RecordMapper;
import hallmetrics.record.RefusedException;
import hallmetrics.schema.TableSchema;
import hallmetrics.source.FieldMapping;
import hallmetrics.source.SourceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The sql columns of a source, over the headers of a file and the canonical columns. */
public final class SourceSql {
  private SourceSql() {}

  /**
   * What evaluates the sql columns of a source on the records of a file; {@link
   * ExpressionEvaluator#NONE} for a source without any.
   *
   * @param header columns of the file in order
   * @throws RefusedException {@code source-sql} if one cannot be resolved against the file
   */
  public static ExpressionEvaluator evaluator(
      SparkSession session, SourceSpec source, TableSchema schema, List<String> header) {
    return evaluator(compile(session, source, schema, header));
  }

  static ExpressionEvaluator evaluator(@Nullable RowExpressions sql) {
    return sql == null
        ? ExpressionEvaluator.NONE
        : (index, cells, canonical) -> sql.evaluate(index, joined(cells, canonical));
  }

  static @Nullable RowExpressions compile(
      SparkSession session, SourceSpec source, TableSchema schema, List<String> header) {
    List<FieldMapping> mappings = RecordMapper.sqlFields(source);
    if (mappings.isEmpty()) {
      return null;
    }
    StructType canonical = canonical(schema);
    StructType columns = new StructType();
    for (String name : header) {
      columns = columns.add(name, DataTypes.StringType);
    }
    for (StructField field : canonical.fields()) {
      columns = columns.add(field);
    }
    List<RowExpressions.Wanted> wanted = new ArrayList<>();
    for (FieldMapping mapping : mappings) {
      wanted.add(
          new RowExpressions.Wanted(
              Objects.requireNonNull(mapping.sql()),
              canonical.getFieldIndex(mapping.field()).isDefined()
                  ? canonical.apply(mapping.field()).dataType()
                  : DataTypes.StringType));
    }
    try {
      return resolved(session, columns, wanted);
    } catch (AnalysisException wrong) {
      throw new RefusedException("source-sql", "", "表头", "来源里的 sql 与这份文件的列对不上：" + first(wrong));
    }
  }

  /** Says aloud what Spark, written in Scala, throws without declaring it. */
  private static RowExpressions resolved(
      SparkSession session, StructType columns, List<RowExpressions.Wanted> wanted)
      throws AnalysisException {
    return RowExpressions.compile(session, columns, wanted);
  }

  private static String first(AnalysisException wrong) {
    return String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
  }

  /** The canonical columns of a table, in order. */
  static StructType canonical(TableSchema schema) {
    StructType all = LedgerSchema.of(schema);
    StructType canonical = new StructType();
    for (int i = 0; i < schema.fields().size(); i++) {
      canonical = canonical.add(all.fields()[i]);
    }
    return canonical;
  }

  private static @Nullable Object[] joined(String[] cells, @Nullable Object[] canonical) {
    @Nullable Object[] all = new Object[cells.length + canonical.length];
    System.arraycopy(cells, 0, all, 0, cells.length);
    System.arraycopy(canonical, 0, all, cells.length, canonical.length);
    return all;
  }
}
