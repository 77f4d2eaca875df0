/**
 * What the numbers mean, as data: tables, measures, metrics, rankings and pages, read from YAML in
 * the jar and overlaid by a site's own files. Immutable once loaded; everything is checked before
 * any data is touched. Every job reads definitions here and nowhere else.
 */
@NullMarked
package hallmetrics.catalogue;

import org.jspecify.annotations.NullMarked;
