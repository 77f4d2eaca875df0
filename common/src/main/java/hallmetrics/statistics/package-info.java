/**
 * Statistics that decide what may be said: intervals, funnels, control charts, ranks with their
 * uncertainty, exact tests. Pure functions and records without clock, file, locale or shared state;
 * every one is held against published figures by its test. Anybody may call them.
 */
@NullMarked
package hallmetrics.statistics;

import org.jspecify.annotations.NullMarked;
