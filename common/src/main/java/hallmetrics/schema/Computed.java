package hallmetrics.schema;

/**
 * A column computed when counting, never stored: a Spark SQL expression over the canonical columns
 * and over computed columns declared before it.
 */
public record Computed(String name, String title, FieldType type, String sql, int line) {}
