/**
 * What is published: the rows of an edition's tables, their files, manifest and figures hash. The
 * jobs write it, charts and readers read it; no Spark here.
 */
@NullMarked
package hallmetrics.edition;

import org.jspecify.annotations.NullMarked;
