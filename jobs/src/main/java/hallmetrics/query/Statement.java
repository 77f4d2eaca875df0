package hallmetrics.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.ExpressionWithUnresolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.catalyst.trees.Origin;
import org.apache.spark.sql.types.DataType;
import scala.Product;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One statement that was parsed and found to be a query over the views: nothing in it writes, calls
 * Java or a script, or names a path or another catalog. Decided by its tree, before it is analysed.
 */
final class Statement {
  /** They call any Java method: they could read files and end the process. */
  private static final Set<String> REFLECTION = Set.of("reflect", "java_method", "try_reflect");

  /** Functions that give rows of what they are given. */
  private static final Set<String> ROW_FUNCTIONS =
      Set.of(
          "range",
          "explode",
          "explode_outer",
          "posexplode",
          "posexplode_outer",
          "inline",
          "inline_outer",
          "json_tuple",
          "stack");

  private final SqlText text;
  private final Map<String, Origin> relations = new LinkedHashMap<>();
  private final Set<String> defined = new TreeSet<>();

  private Statement(SqlText text) {
    this.text = text;
  }

  /**
   * Parses and checks.
   *
   * @param known the names there are besides those the query makes itself
   * @throws hallmetrics.fault.HallException {@code sql-syntax}, {@code sql-not-a-query}, {@code
   *     sql-outside}, {@code sql-function-refused}, exit 2
   */
  static Statement of(SparkSession session, SqlText text, Set<String> known) {
    Statement statement = new Statement(text);
    statement.walk(parsed(session, text));
    // a named query may stand before a view of its name, and read it
    statement
        .relations
        .keySet()
        .removeIf(name -> statement.defined.contains(name) && !known.contains(name));
    return statement;
  }

  /** The names it reads, in lower case, with where each stands first. */
  Map<String, Origin> relations() {
    return relations;
  }

  /** Says aloud what the parser, written in Scala, throws without declaring it. */
  private static LogicalPlan parsed(SparkSession session, SqlText text) {
    try {
      return parse(session, text.sql());
    } catch (ParseException wrong) {
      throw QueryFaults.syntax(text, wrong);
    }
  }

  private static LogicalPlan parse(SparkSession session, String sql) throws ParseException {
    return ((org.apache.spark.sql.classic.SparkSession) session)
        .sessionState()
        .sqlParser()
        .parsePlan(sql);
  }

  /** Every part of the tree: children, subqueries, named queries, windows, rows of values. */
  private void walk(LogicalPlan root) {
    Deque<Object> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty()) {
      Object one = open.remove();
      if (one instanceof LogicalPlan plan) {
        plan(plan);
      } else if (one instanceof Expression expression) {
        expression(expression);
      }
      if (one instanceof scala.collection.Iterable<?> many) {
        CollectionConverters.asJava(many).forEach(part -> add(open, part));
      } else if (one instanceof Product parts) {
        CollectionConverters.asJava(parts.productIterator())
            .forEachRemaining(part -> add(open, part));
      }
    }
  }

  private static void add(Deque<Object> open, Object part) {
    if (part != null && !(part instanceof DataType)) {
      open.add(part);
    }
  }

  private void plan(LogicalPlan plan) {
    if (!QueryNodes.ALLOWED.contains(plan.getClass())) {
      throw QueryFaults.notAQuery(text, plan);
    }
    if (plan instanceof UnresolvedWith with) {
      CollectionConverters.asJava(with.cteRelations())
          .forEach(named -> defined.add(named._1().toLowerCase(Locale.ROOT)));
    } else if (plan instanceof UnresolvedRelation relation) {
      if (relation.multipartIdentifier().size() != 1 || relation.isStreaming()) {
        throw QueryFaults.outside(text, relation.name(), relation.origin());
      }
      relations.putIfAbsent(
          relation.multipartIdentifier().head().toLowerCase(Locale.ROOT), relation.origin());
    } else if (plan instanceof UnresolvedTableValuedFunction function
        && !ROW_FUNCTIONS.contains(function.name().mkString(".").toLowerCase(Locale.ROOT))) {
      throw QueryFaults.function(text, function.name().mkString("."), function.origin());
    }
  }

  private void expression(Expression one) {
    if (one instanceof ExpressionWithUnresolvedIdentifier) {
      throw QueryFaults.function(text, "identifier", one.origin());
    }
    String name = null;
    if (one instanceof UnresolvedFunction function) {
      name = function.nameParts().mkString(".");
    } else if (one instanceof UnresolvedGenerator generator) {
      FunctionIdentifier given = generator.name();
      name = given.unquotedString();
    }
    if (name != null
        && (name.contains(".") || REFLECTION.contains(name.toLowerCase(Locale.ROOT)))) {
      throw QueryFaults.function(text, name, one.origin());
    }
  }
}
