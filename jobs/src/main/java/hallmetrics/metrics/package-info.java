/**
 * From counts to figures: metrics with their intervals and states, rankings with their uncertainty,
 * the list of what is due. Reads one pinned view; writes nothing. Called by publish, metrics and
 * explain.
 */
@NullMarked
package hallmetrics.metrics;

import org.jspecify.annotations.NullMarked;
