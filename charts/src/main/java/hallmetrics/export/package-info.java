/**
 * Pages to files: PNG, SVG, PDF and one self-contained HTML. The same pages give the same bytes,
 * whatever the machine, its fonts, its time zone and its language.
 */
@NullMarked
package hallmetrics.export;

import org.jspecify.annotations.NullMarked;
