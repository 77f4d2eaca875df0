package hallmetrics.catalogue;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something countable on a table or derived table. A row for which {@code where} is true counts on
 * the Shanghai day of {@code on}; a null predicate or day does not count.
 *
 * @param table the table or derived table it counts on
 * @param where Spark SQL predicate; "true" when every row counts
 * @param on Spark SQL expression of a date or timestamp
 * @param sum column whose sum fills x; null for none
 * @param splits names of the table's splits it is also counted by, unsplit always
 * @param days Spark SQL expression of whole working days; the measure then also splits by it (split
 *     name {@code days}), an exact histogram; null for none
 * @param distinct expression whose distinct values are counted instead of rows (not additive, read
 *     from the ledger); null for none
 */
public record Measure(
    String name,
    String table,
    String where,
    String on,
    @Nullable String sum,
    List<String> splits,
    @Nullable String days,
    @Nullable String distinct,
    String file,
    int line)
    implements Serializable {

  /** Whether it is kept in {@code daily}; otherwise it is counted from the ledger when asked. */
  public boolean additive() {
    return distinct == null;
  }
}
