package hallmetrics.query;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.fault.Nearest;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.QueryContext;
import org.apache.spark.QueryContextType;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.trees.Origin;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a query, in the words of whoever wrote it. All exit 2. */
final class QueryFaults {
  private static final String TABLES = "hall sql --tables 列出全部视图与列。";
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  private QueryFaults() {}

  static HallException syntax(SqlText text, ParseException wrong) {
    return fault("sql-syntax", "SQL 写得不对", sentence(wrong), text.place(wrong.start()))
        .next("改正标出的地方；一次只能写一条查询。")
        .build(wrong);
  }

  static HallException notAQuery(SqlText text, LogicalPlan plan) {
    return fault(
            "sql-not-a-query",
            "只能查询，不能写入、修改或设置",
            "only one query is allowed; this holds " + plan.getClass().getSimpleName(),
            text.place(plan.origin()))
        .next("只写 select …（可带 with）；结果另存用 --format 与 --out。")
        .build();
  }

  static HallException outside(SqlText text, String name, Origin origin) {
    return fault(
            "sql-outside",
            "只能读 hall 给出的视图，不能直接读文件、路径或别的目录：" + name,
            "only the views of hall can be read, no path and no other catalog",
            text.place(origin))
        .next(TABLES)
        .build();
  }

  static HallException function(SqlText text, String name, Origin origin) {
    return fault(
            "sql-function-refused",
            "查询里不能用函数 " + name,
            "this function could reach outside the views",
            text.place(origin))
        .next("改用 Spark SQL 的其他函数。")
        .build();
  }

  static HallException table(
      SqlText text, String name, @Nullable Origin origin, Collection<String> known) {
    return fault(
            "sql-table-unknown",
            "没有视图 '" + name + "'" + Nearest.hint(name, known),
            "there is no such view",
            origin == null ? null : text.place(origin))
        .next(TABLES)
        .build();
  }

  /**
   * What the engine found wrong, or null where it is no fault of the query.
   *
   * @param columns the columns of the views it reads
   */
  static @Nullable HallException of(
      SparkSession session, SqlText text, Collection<String> columns, Throwable wrong) {
    Throwable cause = wrong;
    for (int depth = 0; cause != null && depth < 50; depth++) {
      String message = String.valueOf(cause.getMessage());
      if (message.contains("spark.driver.maxResultSize")) {
        return tooLarge(wrong);
      }
      if (cause instanceof SparkThrowable known && ofTheQuery(known)) {
        return translated(session, text, columns, known, wrong);
      }
      cause = cause.getCause();
    }
    return null;
  }

  /** SQL states: 42 the text, 22 the data met by it, 21 a subquery of several rows, 0A, 54. */
  private static boolean ofTheQuery(SparkThrowable known) {
    String state = String.valueOf(known.getSqlState());
    return Set.of("42", "22", "21", "0A", "54")
        .contains(state.substring(0, Math.min(2, state.length())));
  }

  private static HallException translated(
      SparkSession session,
      SqlText text,
      Collection<String> columns,
      SparkThrowable known,
      Throwable wrong) {
    String condition = String.valueOf(known.getCondition());
    String place = place(text, known);
    if (condition.startsWith("UNRESOLVED_COLUMN") || condition.startsWith("FIELD_NOT_FOUND")) {
      String name = parameter(known, "objectName");
      Set<String> near = new TreeSet<>(columns);
      Matcher proposed = QUOTED.matcher(known.getMessageParameters().getOrDefault("proposal", ""));
      while (proposed.find()) {
        near.add(proposed.group(1));
      }
      String last = name.substring(name.lastIndexOf('.') + 1);
      String chinese = "没有列 '" + name + "'" + Nearest.hint(last, near);
      return fault("sql-column-unknown", chinese, "there is no such column", place)
          .next(TABLES)
          .build(wrong);
    }
    if (condition.startsWith("UNRESOLVED_ROUTINE")) {
      String name = parameter(known, "routineName");
      String chinese = "没有函数 '" + name + "'" + Nearest.hint(name, functions(session));
      return fault("sql-function-unknown", chinese, "there is no such function", place)
          .next("函数是 Spark SQL 的，加上 docs/analysts.md 所列。")
          .build(wrong);
    }
    return fault("sql-failed", "这条查询执行不了", sentence(known), place)
        .next("按上面的英文说明改写查询；数据没有任何改动。")
        .build(wrong);
  }

  private static HallException tooLarge(Throwable wrong) {
    return HallException.of("sql-too-large", ExitStatus.USAGE, "结果的一个分片太大，不能经由 CSV 送出")
        .english("one partition of the result is larger than spark.driver.maxResultSize")
        .next("改用 --format parquet --out 目录，或去掉整体排序、加条件缩小结果。")
        .build(wrong);
  }

  private static HallException.Builder fault(
      String code, String chinese, String english, @Nullable String place) {
    HallException.Builder fault =
        HallException.of(code, ExitStatus.USAGE, chinese).english(english);
    return place == null ? fault : fault.where(place);
  }

  private static @Nullable String place(SqlText text, SparkThrowable known) {
    for (QueryContext context : known.getQueryContext()) {
      if (context.contextType() == QueryContextType.SQL && context.objectName().isEmpty()) {
        return text.place(context.startIndex());
      }
    }
    return null;
  }

  private static String parameter(SparkThrowable known, String name) {
    return known.getMessageParameters().getOrDefault(name, "").replace("`", "");
  }

  /** Spark's own sentence without its code, its state and the repeated query. */
  private static String sentence(SparkThrowable known) {
    String message = String.valueOf(((Throwable) known).getMessage());
    return message
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse(message)
        .replaceFirst("^\\[[A-Z0-9_.]+] ?", "")
        .replaceFirst(" ?SQLSTATE: .*$", "")
        .strip();
  }

  private static Collection<String> functions(SparkSession session) {
    return session.catalog().listFunctions().collectAsList().stream()
        .map(org.apache.spark.sql.catalog.Function::name)
        .toList();
  }
}
