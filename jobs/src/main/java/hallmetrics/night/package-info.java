/**
 * The night itself: read what is unread, count, decide, publish. The verbs nightly and ingest are
 * its two ways in.
 */
@NullMarked
package hallmetrics.night;

import org.jspecify.annotations.NullMarked;
