/**
 * Gates as data: what must hold of a delivery or a night before its records may count. The ingest
 * job counts and asks; a site adds or replaces a gate by name in {@code conf/<site>/gates.yaml}.
 */
@NullMarked
package hallmetrics.gate;

import org.jspecify.annotations.NullMarked;
