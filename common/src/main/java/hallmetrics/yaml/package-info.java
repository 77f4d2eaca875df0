/**
 * YAML read with its line numbers, so that every wrong key or value can be answered with file:line.
 * Used by the loaders of catalogue, sources and site; they collect all problems before ending.
 */
@NullMarked
package hallmetrics.yaml;

import org.jspecify.annotations.NullMarked;
