package hallmetrics.ingest;

import hallmetrics.record.DeliverySplit;
import java.io.Serializable;

/** A piece of a delivery that one task reads: the delivery's place in the night and the bytes. */
record Part(int delivery, DeliverySplit split) implements Serializable {}
