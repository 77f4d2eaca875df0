package hallmetrics.catalogue;

import hallmetrics.schema.Computed;
import hallmetrics.schema.Duty;
import hallmetrics.schema.Place;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named join of ledger tables, one row a base row, computed when asked, never stored.
 *
 * @param base the table whose rows it keeps; its columns are referred to by name
 * @param where Spark SQL predicate on the base
 * @param join the other table, its columns referred to as {@code j.column}; null for none
 * @param on list of alternative join conditions, tried in order; the first that finds a row links
 * @param pick order by which one row is taken where several match (Spark SQL, descending)
 * @param within how many days the other table's event date may lie after the base's
 */
public record Derived(
    String name,
    String title,
    String base,
    String where,
    @Nullable String join,
    List<String> on,
    List<String> pick,
    int within,
    List<Computed> computed,
    Place place,
    Map<String, String> splits,
    @Nullable Duty duty,
    String file,
    int line)
    implements Serializable {}
