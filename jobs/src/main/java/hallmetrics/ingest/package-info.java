/**
 * From delivered files to ledger rows: find what is unread, read each file whole or refuse it, give
 * every record one fate, let the gates speak. Called by the nightly and ingest jobs.
 */
@NullMarked
package hallmetrics.ingest;

import org.jspecify.annotations.NullMarked;
