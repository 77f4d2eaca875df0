/** The laws of the design that only the whole road can break, tested through the front door. */
@NullMarked
package hallmetrics.laws;

import org.jspecify.annotations.NullMarked;
