package hallmetrics.ingest;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.SafeProjection;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Function1;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Spark SQL expressions evaluated on one record at a time. Spark itself would end the whole job
 * when one record fails (ANSI mode); here the failure belongs to the record. Compiled on the
 * driver, used in tasks, one instance a thread.
 */
final class RowExpressions implements Serializable {
  private static final long serialVersionUID = 1L;

  /** An expression and the type its value is cast to. */
  record Wanted(String sql, DataType type) {}

  private final List<One> expressions = new ArrayList<>();

  private RowExpressions() {}

  /**
   * Resolves the expressions against the columns.
   *
   * @throws org.apache.spark.sql.AnalysisException if one names an unknown column or is no SQL
   */
  static RowExpressions compile(SparkSession session, StructType columns, List<Wanted> wanted) {
    // An RDD, because the optimizer would fold an empty local relation away with its expressions.
    Dataset<Row> nothing = session.createDataFrame(session.emptyDataFrame().javaRDD(), columns);
    RowExpressions compiled = new RowExpressions();
    for (Wanted one : wanted) {
      Dataset<Row> selected =
          nothing.select(functions.expr(one.sql()).cast(one.type()).alias("value"));
      compiled.expressions.add(new One(selected.queryExecution().optimizedPlan(), columns, one));
    }
    return compiled;
  }

  /**
   * Evaluates an expression.
   *
   * @param values the record's values in the order of the columns, as Spark's Java types
   * @return the value as Spark's Java type, or null
   * @throws RuntimeException whatever the expression fails with on this record
   */
  @Nullable Object evaluate(int expression, @Nullable Object[] values) {
    return expressions.get(expression).evaluate(values);
  }

  private static final class One implements Serializable {
    private static final long serialVersionUID = 1L;
    private final scala.collection.immutable.Seq<Expression> expression;
    private final scala.collection.immutable.Seq<Attribute> inputs;
    private final int[] ordinals;
    private final DataType[] inputTypes;
    private final DataType type;
    private transient @Nullable Function1<InternalRow, InternalRow> projection;

    One(LogicalPlan plan, StructType columns, Wanted wanted) {
      this.expression = plan.expressions().take(1).toList();
      List<Attribute> used =
          CollectionConverters.asJava(plan.children().head().output()).stream()
              .filter(attribute -> plan.references().contains(attribute))
              .toList();
      this.inputs = CollectionConverters.asScala(used).toList();
      this.ordinals = used.stream().mapToInt(a -> columns.fieldIndex(a.name())).toArray();
      this.inputTypes = used.stream().map(Attribute::dataType).toArray(DataType[]::new);
      this.type = wanted.type();
    }

    @Nullable Object evaluate(@Nullable Object[] values) {
      Object[] cells = new Object[ordinals.length];
      for (int i = 0; i < cells.length; i++) {
        cells[i] =
            CatalystTypeConverters.createToCatalystConverter(inputTypes[i])
                .apply(values[ordinals[i]]);
      }
      InternalRow result = projection().apply(new GenericInternalRow(cells));
      return result.isNullAt(0) ? null : external(result);
    }

    /** Days and instants by hand: a task knows nothing of the session's choice of java.time. */
    private @Nullable Object external(InternalRow result) {
      if (type.equals(DataTypes.DateType)) {
        return LocalDate.ofEpochDay(result.getInt(0));
      }
      if (type.equals(DataTypes.TimestampType)) {
        return Micros.instant(result.getLong(0));
      }
      return CatalystTypeConverters.convertToScala(result.get(0, type), type);
    }

    private Function1<InternalRow, InternalRow> projection() {
      if (projection == null) {
        projection = SafeProjection.create(expression, inputs);
      }
      return projection;
    }
  }
}
