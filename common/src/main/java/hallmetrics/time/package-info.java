/**
 * Days and deadlines of a city: periods, the calendar with its make-up working days, deadline
 * policies. Everything is Asia/Shanghai; nothing here reads a clock. Anybody may call them.
 */
@NullMarked
package hallmetrics.time;

import org.jspecify.annotations.NullMarked;
