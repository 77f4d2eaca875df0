/**
 * The verbs of {@code hall}: one class each turns flags into a request and hands it to a job. The
 * only package that prints to the terminal. Called by {@link hallmetrics.Hall} alone.
 */
@NullMarked
package hallmetrics.command;

import org.jspecify.annotations.NullMarked;
