/**
 * The shape of the canonical tables, as data read from the catalogue: columns, types, code lists,
 * key, event date, place. Everybody may read it; only the catalogue's loader makes it.
 */
@NullMarked
package hallmetrics.schema;

import org.jspecify.annotations.NullMarked;
