/**
 * The entry of the program: {@link hallmetrics.Hall}. Nothing else lives here and nobody calls it
 * but the launcher.
 */
@NullMarked
package hallmetrics;

import org.jspecify.annotations.NullMarked;
