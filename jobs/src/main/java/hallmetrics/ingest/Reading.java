package hallmetrics.ingest;

import java.util.List;
import java.util.Set;

/**
 * A night's deliveries after they were read.
 *
 * @param kept indexes of the deliveries that stay in
 * @param summaries what each part said
 */
record Reading(List<Intake> intakes, Set<Integer> kept, List<PartRead> summaries) {}
