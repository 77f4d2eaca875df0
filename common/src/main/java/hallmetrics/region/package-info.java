/**
 * Where things happen: the registers of regions, offices, halls and windows with the days each row
 * is in force. Codes become places here, when counting, by the register of the event's day. No
 * Spark; the registers travel to tasks. Everybody may read it; settings loads it.
 */
@NullMarked
package hallmetrics.region;

import org.jspecify.annotations.NullMarked;
