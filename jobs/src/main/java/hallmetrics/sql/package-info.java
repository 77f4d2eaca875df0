/**
 * The product's own Spark SQL functions, usable in every expression of catalogue and sources:
 * Shanghai days, working days, deadlines. Registered once a session by whoever starts one.
 */
@NullMarked
package hallmetrics.sql;

import org.jspecify.annotations.NullMarked;
