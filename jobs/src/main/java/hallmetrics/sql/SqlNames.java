package hallmetrics.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedStar;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;

/** The columns an expression names, without resolving it. */
public final class SqlNames {
  private SqlNames() {}

  /**
   * The names as written, a qualified one with its dots ({@code j.done_ts}); {@code *} for a star.
   *
   * @param sql an expression that parses
   */
  public static Set<String> of(String sql) {
    Set<String> names = new TreeSet<>();
    Deque<Expression> open = new ArrayDeque<>();
    open.add(CatalystSqlParser$.MODULE$.parseExpression(sql));
    while (!open.isEmpty()) {
      Expression one = open.remove();
      if (one instanceof UnresolvedAttribute column) {
        names.add(column.nameParts().mkString("."));
      } else if (one instanceof UnresolvedStar) {
        names.add("*");
      }
      scala.jdk.javaapi.CollectionConverters.asJava(one.children()).forEach(open::add);
    }
    return names;
  }
}
