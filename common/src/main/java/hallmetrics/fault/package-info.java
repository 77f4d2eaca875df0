/**
 * What can go wrong, as a user reads it: a code, an exit status, a Chinese first line, where it
 * happened and what to do next. Every other package may throw from here; only the command line
 * prints and exits.
 */
@NullMarked
package hallmetrics.fault;

import org.jspecify.annotations.NullMarked;
