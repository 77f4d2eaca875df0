/** The rules of the house that a machine can hold: layers, exits, terminals, one logger. */
@NullMarked
package hallmetrics.house;

import org.jspecify.annotations.NullMarked;
