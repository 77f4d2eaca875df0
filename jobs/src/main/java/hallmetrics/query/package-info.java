/**
 * Questions of analysts: one read-only Spark SQL query over what the newest decided run and the
 * published editions say. Called by the verb sql; writes nothing to the store.
 */
@NullMarked
package hallmetrics.query;

import org.jspecify.annotations.NullMarked;
