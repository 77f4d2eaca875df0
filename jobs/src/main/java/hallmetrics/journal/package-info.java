/**
 * What is kept of every night for operators and schedulers: a JSON record, and gauges for
 * Prometheus, in the store's folder {@code runs}. Nothing here is ever read for a decision. The
 * night writes it; the verb status reads it.
 */
@NullMarked
package hallmetrics.journal;

import org.jspecify.annotations.NullMarked;
