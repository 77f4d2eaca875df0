/**
 * Single values: text, numbers and dates as clerks write them, and the guards of persons' data
 * (keyed pseudonyms, scrubbing, masks). Pure functions of their arguments; no clock, no locale, no
 * default zone. Anybody may call.
 */
@NullMarked
package hallmetrics.value;

import org.jspecify.annotations.NullMarked;
