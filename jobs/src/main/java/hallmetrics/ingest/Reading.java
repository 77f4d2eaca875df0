package hallmetrics.ingest;

import java.util.List;
import java.util.Set;

/**
 * A night's deliveries after the first pass.
 *
 * @param kept indexes of the deliveries that stay in
 * @param summaries what each part said
 */
record Reading(
    List<Intake> intakes, List<Part> parts, Set<Integer> kept, List<PartRead> summaries) {}
