/**
 * A site: its site.yaml, registers, calendar, deadlines, targets and catalogue, read once from its
 * conf folder and checked together. Commands load it and hand its parts on. No Spark.
 */
@NullMarked
package hallmetrics.settings;

import org.jspecify.annotations.NullMarked;
