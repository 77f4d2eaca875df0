/**
 * Walks a figure back to the records it is made of, down to file and line. Called by the verb
 * explain.
 */
@NullMarked
package hallmetrics.explain;

import org.jspecify.annotations.NullMarked;
