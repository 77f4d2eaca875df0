package hallmetrics.schema;

import java.io.Serializable;
import java.util.Map;

/**
 * A column computed when counting, never stored: a Spark SQL expression over the canonical columns
 * and over computed columns declared before it.
 *
 * @param values closed list of its codes with their titles, in order; empty when open
 */
public record Computed(
    String name, String title, FieldType type, String sql, int line, Map<String, String> values)
    implements Serializable {}
