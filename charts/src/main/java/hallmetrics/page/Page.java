package hallmetrics.page;

import hallmetrics.plot.Drawable;
import hallmetrics.plot.Table;

/**
 * One page of a pack: drawn to PNG, SVG and PDF, written to HTML, and listed, from this one object.
 *
 * @param id file name stem, ASCII, unique in its pack
 * @param title the finding, at most two lines
 * @param sub measure · place · period · what a mark is
 * @param foot definition, method and limits of what the page says
 * @param alt the picture in words, for who cannot see it
 * @param table the figures of the picture
 */
public record Page(
    String id,
    Kind kind,
    String title,
    String sub,
    String foot,
    String alt,
    Table table,
    Drawable drawable) {

  /** How a screen shows the page. */
  public enum Kind {
    /** Headings with sentences: first column heading, second column sentence. */
    TEXT,
    /** A picture, with its table to unfold. */
    CHART,
    /** A table. */
    TABLE
  }
}
