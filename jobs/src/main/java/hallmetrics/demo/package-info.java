/**
 * The demo city: one seeded city written as the files real systems would deliver, with planted
 * truths that a pack must find. Writes files only; knows no Spark, reads no clock. Called by the
 * demo verb and by tests.
 */
@NullMarked
package hallmetrics.demo;

import org.jspecify.annotations.NullMarked;
