/**
 * How a verb runs: the Spark session and what surrounds a job. Commands call it; jobs receive what
 * it makes.
 */
@NullMarked
package hallmetrics.run;

import org.jspecify.annotations.NullMarked;
