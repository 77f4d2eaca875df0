package hallmetrics.page;

import hallmetrics.theme.Palette;
import hallmetrics.theme.Pen;
import hallmetrics.theme.Sheet;
import hallmetrics.theme.Strokes;
import hallmetrics.theme.TextFlow;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Puts a page's words around its picture on A4 landscape. */
public final class Compositor {
  private static final int GAP = 14;
  private static final int BOTTOM = Sheet.HEIGHT - Sheet.MARGIN;
  private static final int MARK_LEADING = 16;

  private Compositor() {}

  /**
   * Draws a whole page.
   *
   * @param mark what the foot of every page says: site, edition, version of the figures
   * @param number printed page number and count
   */
  public static void draw(Page page, String mark, String number, Pen pen) {
    Pen.settle(pen.graphics());
    pen.box(0, 0, Sheet.WIDTH, Sheet.HEIGHT, Palette.PAPER);
    double top = head(page, pen);
    double bottom = foot(page, mark, number, pen);
    page.drawable()
        .draw(
            pen,
            new Rectangle2D.Double(Sheet.MARGIN, top + GAP, Sheet.INNER, bottom - top - 2.0 * GAP));
  }

  private static double head(Page page, Pen pen) {
    double y =
        block(page.title(), Sheet.MARGIN, Sheet.TITLE_LEADING, Sheet.TITLE, Palette.INK, pen);
    return block(page.sub(), y, Sheet.SUBTITLE_LEADING, Sheet.SUBTITLE, Palette.SECONDARY, pen);
  }

  private static List<String> footLines(Page page) {
    return TextFlow.lines(page.foot(), Sheet.FOOTNOTE, Sheet.INNER);
  }

  private static double foot(Page page, String mark, String number, Pen pen) {
    double top = BOTTOM - MARK_LEADING - footLines(page).size() * Sheet.FOOTNOTE_LEADING - 6;
    pen.line(Sheet.MARGIN, top, Sheet.WIDTH - Sheet.MARGIN, top, Strokes.GRID, Palette.GRID);
    block(page.foot(), top + 4, Sheet.FOOTNOTE_LEADING, Sheet.FOOTNOTE, Palette.SECONDARY, pen);
    pen.left(mark, Sheet.MARGIN, BOTTOM - 1, Sheet.SMALL, Palette.SECONDARY);
    pen.right(number, Sheet.WIDTH - Sheet.MARGIN, BOTTOM - 1, Sheet.SMALL, Palette.SECONDARY);
    return top;
  }

  private static double block(
      String text, double top, int leading, Font font, Color color, Pen pen) {
    double y = top;
    for (String line : TextFlow.lines(text, font, Sheet.INNER)) {
      y += leading;
      pen.left(line, Sheet.MARGIN, y - leading * 0.25, font, color);
    }
    return y;
  }
}
