package hallmetrics.theme;

import java.awt.Font;

/** A page of paper: A4 landscape in points, its margins and its sizes of type. */
public final class Sheet {
  public static final int WIDTH = 842;
  public static final int HEIGHT = 595;
  public static final int MARGIN = 36;

  /** Width between the margins. */
  public static final int INNER = WIDTH - 2 * MARGIN;

  public static final Font TITLE = Fonts.BOLD.size(20);
  public static final int TITLE_LEADING = 27;
  public static final Font SUBTITLE = Fonts.REGULAR.size(12);
  public static final int SUBTITLE_LEADING = 17;
  public static final Font LABEL = Fonts.REGULAR.size(11);
  public static final Font STRONG = Fonts.BOLD.size(11);
  public static final int LABEL_LEADING = 15;
  public static final Font FOOTNOTE = Fonts.REGULAR.size(10);
  public static final int FOOTNOTE_LEADING = 13;

  /** The smallest type allowed: page numbers and version marks. */
  public static final Font SMALL = Fonts.REGULAR.size(9);

  private Sheet() {}
}
