package hallmetrics.ingest;

import hallmetrics.record.Delivery;
import hallmetrics.source.SourceSpec;

/** A file of a source's location that is not yet a delivery. */
public record Unread(SourceSpec source, Delivery delivery) {}
