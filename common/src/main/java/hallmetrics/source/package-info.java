/**
 * Sources as data: where a foreign system's files lie, how they are written, and which of their
 * columns mean what. Loaded from {@code conf/<site>/sources/*.yaml} and checked against the
 * catalogue before any file is opened.
 */
@NullMarked
package hallmetrics.source;

import org.jspecify.annotations.NullMarked;
