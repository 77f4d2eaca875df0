/**
 * Pictures: pure functions from printed values and numbers to something that draws itself into any
 * rectangle. No wording is made here, no figure is computed; pages bring both.
 */
@NullMarked
package hallmetrics.plot;

import org.jspecify.annotations.NullMarked;
