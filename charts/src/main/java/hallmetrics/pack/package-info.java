/**
 * The pack of an edition: rows in, documents out. The publishing job fills a {@link
 * hallmetrics.pack.PackInput} and calls {@link hallmetrics.pack.PackMaker}; nothing else of this
 * module needs to be known.
 */
@NullMarked
package hallmetrics.pack;

import org.jspecify.annotations.NullMarked;
