/**
 * The recomputation of a month edition in DuckDB SQL, from the delivered files alone.
 *
 * <p>Nothing here reads the catalogue, the source mappings or any code of the product: the SQL
 * under {@code src/test/resources/oracle} was written from the specification. The Java only turns
 * deliveries into UTF-8 text, runs the SQL and compares the rows.
 */
@NullMarked
package hallmetrics.oracle;

import org.jspecify.annotations.NullMarked;
