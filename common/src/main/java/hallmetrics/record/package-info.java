/**
 * Deliveries read strictly and mapped to canonical rows, without Spark: a file is read whole or
 * REFUSED with the position of the fault, a record is accepted or rejected with its reasons. The
 * ingest job runs these classes inside its tasks; {@code hall check FILE} runs them alone. Nothing
 * here prints or throws a cell's text: originals leave only through {@link hallmetrics.value.Mask}.
 */
@NullMarked
package hallmetrics.record;

import org.jspecify.annotations.NullMarked;
