package hallmetrics.schema;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A canonical column.
 *
 * @param name snake_case name in the ledger
 * @param title what a clerk calls it
 * @param required a record without it is REJECTED
 * @param values closed list of codes with their titles, in order; empty when open
 * @param otherwise the value taken when a source does not map the column or leaves it empty; null
 *     for none
 * @param line where it is declared
 */
public record Field(
    String name,
    String title,
    FieldType type,
    boolean required,
    Map<String, String> values,
    @Nullable String otherwise,
    int line)
    implements Serializable {}
