/**
 * How everything looks: the bundled fonts, the colours, the sizes, the strokes, and the pen that
 * writes with them. Every picture uses these and nothing else; no font of the machine is ever
 * asked.
 */
@NullMarked
package hallmetrics.theme;

import org.jspecify.annotations.NullMarked;
