/**
 * Measures counted by day, place and split: small, additive, recounted whole for each ledger month
 * a night touched. Called by the nightly job; the metrics job reads what it leaves.
 */
@NullMarked
package hallmetrics.daily;

import org.jspecify.annotations.NullMarked;
