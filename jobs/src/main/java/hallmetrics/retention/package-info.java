/**
 * What a store may no longer keep: kept deliveries past the retention of the site. Asked for by
 * hand, never by a night; the command line and doctor call it.
 */
@NullMarked
package hallmetrics.retention;

import org.jspecify.annotations.NullMarked;
