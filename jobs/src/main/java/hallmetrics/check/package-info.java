/**
 * Says what a configuration means before a night depends on it: where every definition was written,
 * what every expression resolves to, how a file would be read. Called by the verb check.
 */
@NullMarked
package hallmetrics.check;

import org.jspecify.annotations.NullMarked;
