/**
 * The one place where numbers become text, so that the same figure prints as the same string on
 * every page, in every table and message. Everybody may call it.
 */
@NullMarked
package hallmetrics.text;

import org.jspecify.annotations.NullMarked;
