package hallmetrics.record;

import java.util.List;

/**
 * A delivery found readable.
 *
 * @param header its columns in order
 * @param splits parts that together hold every record once, in order; at least one
 */
public record Opened(List<String> header, List<DeliverySplit> splits) {}
