/**
 * Pages: what an edition's rows say, as sentences, tables and pictures. Every sentence is computed
 * from the rows by the rules of wording; templates stand in {@code messages_zh.properties} and hold
 * no figure. The makers of packs call {@link hallmetrics.page.PageMaker}; exporters draw a page
 * with {@link hallmetrics.page.Compositor}.
 */
@NullMarked
package hallmetrics.page;

import org.jspecify.annotations.NullMarked;
