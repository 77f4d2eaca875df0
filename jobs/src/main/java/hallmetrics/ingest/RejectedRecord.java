package hallmetrics.ingest;

import hallmetrics.record.Reason;
import java.io.Serializable;
import java.util.List;

/** A record that waits in quarantine: its line and every reason, the first one counted. */
record RejectedRecord(int delivery, long line, List<Reason> reasons) implements Serializable {}
