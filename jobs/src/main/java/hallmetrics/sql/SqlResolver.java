package hallmetrics.sql;

import hallmetrics.fault.Nearest;
import hallmetrics.fault.Problems;
import hallmetrics.schema.Computed;
import hallmetrics.schema.FieldType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Resolves one expression against columns and says what is wrong with it. */
final class SqlResolver {
  private static final Set<DataType> TIMES = Set.of(DataTypes.TimestampType, DataTypes.DateType);
  private static final Set<DataType> WHOLE =
      Set.of(DataTypes.ByteType, DataTypes.ShortType, DataTypes.IntegerType, DataTypes.LongType);

  private static final Map<FieldType, DataType> TYPES =
      Map.of(
          FieldType.STRING, DataTypes.StringType,
          FieldType.CODE, DataTypes.StringType,
          FieldType.TEXT, DataTypes.StringType,
          FieldType.KEY, DataTypes.StringType,
          FieldType.INT, DataTypes.IntegerType,
          FieldType.LONG, DataTypes.LongType,
          FieldType.DECIMAL, DataTypes.createDecimalType(38, 6),
          FieldType.BOOL, DataTypes.BooleanType,
          FieldType.TIMESTAMP, DataTypes.TimestampType,
          FieldType.DATE, DataTypes.DateType);

  private final SparkSession session;
  private final Problems problems;

  SqlResolver(SparkSession session, Problems problems) {
    this.session = session;
    this.problems = problems;
  }

  /** The same, keeping what it finds to itself: for columns that are checked elsewhere. */
  SqlResolver quiet() {
    return new SqlResolver(session, new Problems());
  }

  void predicate(SqlPlace at, StructType columns, String sql) {
    typed(at, columns, sql, DataTypes.BooleanType::equals, "条件 (a condition, boolean)");
  }

  void moment(SqlPlace at, StructType columns, String sql) {
    typed(at, columns, sql, TIMES::contains, "时间 (a timestamp or date)");
  }

  void number(SqlPlace at, StructType columns, String sql) {
    typed(at, columns, sql, type -> type instanceof NumericType, "数值 (a number)");
  }

  void whole(SqlPlace at, StructType columns, String sql) {
    typed(at, columns, sql, WHOLE::contains, "整数 (a whole number)");
  }

  void any(SqlPlace at, StructType columns, String sql) {
    type(at, columns, sql);
  }

  /** The columns with a computed one added, of its declared type even where it is wrong. */
  StructType computed(SqlPlace at, StructType columns, Computed computed) {
    SqlPlace own = at.of(computed.name()).at(computed.line());
    DataType declared = type(computed.type());
    typed(
        own,
        columns,
        computed.sql(),
        type -> alike(type, declared),
        computed.type().label() + "（声明的类型，the declared type）");
    return columns.add(computed.name(), declared);
  }

  private static DataType type(FieldType type) {
    return TYPES.getOrDefault(type, DataTypes.createArrayType(DataTypes.StringType));
  }

  private static boolean alike(DataType type, DataType declared) {
    boolean decimals = type instanceof DecimalType && declared instanceof DecimalType;
    return decimals || type.equals(declared) || type.sameType(declared);
  }

  private void typed(
      SqlPlace at, StructType columns, String sql, Predicate<DataType> right, String wanted) {
    DataType type = type(at, columns, sql);
    if (type != null && !right.test(type)) {
      add(at, "应为" + wanted + "，实为 " + type.simpleString() + "：" + sql);
    }
  }

  private @Nullable DataType type(SqlPlace at, StructType columns, String sql) {
    try {
      return resolved(columns, sql);
    } catch (AnalysisException wrong) {
      add(at, message(wrong, columns) + "：" + sql);
      return null;
    } catch (IllegalArgumentException wrong) {
      add(at, wrong.getMessage() + "：" + sql);
      return null;
    }
  }

  /** Says aloud what Spark, written in Scala, throws without declaring it. */
  private DataType resolved(StructType columns, String sql) throws AnalysisException {
    return session
        .createDataFrame(List.of(), columns)
        .select(functions.expr("(" + sql + ")").as("value"))
        .schema()
        .fields()[0]
        .dataType();
  }

  private String message(AnalysisException wrong, StructType columns) {
    String condition = String.valueOf(wrong.getCondition());
    String named = wrong.getMessageParameters().getOrDefault("objectName", "").replace("`", "");
    if (condition.startsWith("UNRESOLVED_COLUMN") || condition.startsWith("FIELD_NOT_FOUND")) {
      return "没有列 '" + named + "' (no such column)" + Nearest.hint(named, names(columns, ""));
    }
    if (condition.startsWith("UNRESOLVED_ROUTINE")) {
      String routine = wrong.getMessageParameters().getOrDefault("routineName", "");
      String name = routine.replace("`", "");
      return "没有函数 '" + name + "' (no such function)" + Nearest.hint(name, functions());
    }
    return String.valueOf(wrong.getMessage()).lines().findFirst().orElse(condition);
  }

  private static Collection<String> names(StructType columns, String prefix) {
    Set<String> names = new TreeSet<>();
    for (StructField field : columns.fields()) {
      names.add(prefix + field.name());
      if (field.dataType() instanceof StructType inner) {
        names.addAll(names(inner, prefix + field.name() + "."));
      }
    }
    return names;
  }

  private Collection<String> functions() {
    return session.catalog().listFunctions().collectAsList().stream()
        .map(org.apache.spark.sql.catalog.Function::name)
        .toList();
  }

  private void add(SqlPlace at, String message) {
    problems.add(at.file(), at.line(), at.what() + "：" + message);
  }
}
