package hallmetrics.sql;

import hallmetrics.fault.Problems;
import hallmetrics.gate.Gate;
import hallmetrics.ledger.LedgerSchema;
import hallmetrics.schema.TableSchema;
import hallmetrics.source.FieldMapping;
import hallmetrics.source.SourceSpec;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Resolves the expressions of sources and gates without data. Of a source only the canonical
 * columns are known before a file is seen: a name in backticks is taken for a header.
 */
public final class SourceSqlCheck {
  private static final Pattern HEADER = Pattern.compile("`([^`]+)`");

  private final SqlResolver resolver;
  private final Map<String, TableSchema> tables;

  /**
   * A check against some tables.
   *
   * @param session a session that has the product's SQL functions
   */
  public SourceSqlCheck(SparkSession session, Map<String, TableSchema> tables, Problems problems) {
    this.resolver = new SqlResolver(session, problems);
    this.tables = tables;
  }

  /** Adds a problem for each expression of a source that cannot be resolved. */
  public void sources(Collection<SourceSpec> sources) {
    for (SourceSpec source : sources) {
      TableSchema table = tables.get(source.into());
      for (FieldMapping mapping : source.fields().values()) {
        String sql = mapping.sql();
        if (table != null && sql != null) {
          SqlPlace at = new SqlPlace(source.file(), mapping.line(), "'" + mapping.field() + "'");
          resolver.any(at.of("sql"), columns(source, table, sql), sql);
        }
      }
    }
  }

  /** Adds a problem for each expression of a gate that is no condition on its table. */
  public void gates(Collection<Gate> gates) {
    for (Gate gate : gates) {
      SqlPlace at = new SqlPlace(gate.file(), gate.line(), "闸门 " + gate.name());
      for (TableSchema table : gate.counts() == null ? List.<TableSchema>of() : tables.values()) {
        if (gate.reads(table.name())) {
          StructType columns = canonical(table);
          resolver.predicate(at.of("counts"), columns, String.valueOf(gate.counts()));
          String among = gate.among();
          if (among != null) {
            resolver.predicate(at.of("among"), columns, among);
          }
        }
      }
    }
  }

  private static StructType columns(SourceSpec source, TableSchema table, String sql) {
    StructType columns = canonical(table);
    Set<String> known = new TreeSet<>();
    for (StructField field : columns.fields()) {
      known.add(field.name().toLowerCase(Locale.ROOT));
    }
    Set<String> headers = new LinkedHashSet<>();
    source.fields().values().forEach(mapping -> headers.addAll(mapping.from()));
    Matcher quoted = HEADER.matcher(sql);
    while (quoted.find()) {
      headers.add(quoted.group(1));
    }
    for (String header : headers) {
      if (known.add(header.toLowerCase(Locale.ROOT))) {
        columns = columns.add(header, DataTypes.StringType);
      }
    }
    return columns;
  }

  private static StructType canonical(TableSchema table) {
    StructField[] all = LedgerSchema.of(table).fields();
    StructType columns = new StructType();
    for (int i = 0; i < table.fields().size(); i++) {
      columns = columns.add(all[i]);
    }
    return columns;
  }
}
