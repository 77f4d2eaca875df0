package hallmetrics.page;

import hallmetrics.plot.Drawable;
import hallmetrics.plot.Table;
import hallmetrics.theme.FontGuard;
import java.util.List;

/**
 * One page of a pack: drawn to PNG, SVG and PDF, written to HTML, and listed, from this one object.
 *
 * @param id file name stem, ASCII, unique in its pack
 * @param title the finding, at most two lines
 * @param sub measure · place · period · what a mark is
 * @param foot definition, method and limits of what the page says
 * @param alt the picture in words, for who cannot see it
 * @param tables the figures of the picture
 */
public record Page(
    String id,
    Kind kind,
    String title,
    String sub,
    String foot,
    String alt,
    List<Table> tables,
    Drawable drawable) {

  public Page {
    tables = List.copyOf(tables);
  }

  /** Whether it goes on with what the page before began. */
  public boolean continues() {
    return title.endsWith(Wording.of("continued"));
  }

  /** The same page with only characters the fonts have; pens see to the picture themselves. */
  public Page guarded(FontGuard guard) {
    return new Page(
        id,
        kind,
        guard.check(title),
        guard.check(sub),
        guard.check(foot),
        guard.check(alt),
        tables.stream().map(table -> table.map(guard::check)).toList(),
        drawable);
  }

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
