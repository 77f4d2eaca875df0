package hallmetrics.theme;

import java.awt.Color;

/**
 * The colours. Judgement is blue (better) or orange (worse), which the colour-blind tell apart, and
 * always comes with a shape and a word; red and green are not used. Ratios are WCAG contrasts.
 */
public final class Palette {
  /** Main text: 14.8:1 on white. */
  public static final Color INK = new Color(0x1F2933);

  /** Secondary text: 6.5:1 on white. */
  public static final Color SECONDARY = new Color(0x52606D);

  /** Grid lines. */
  public static final Color GRID = new Color(0xE4E7EB);

  /** Marks that say nothing: 3.7:1 on white. */
  public static final Color NEUTRAL = new Color(0x7B8794);

  /** The band of ordinary variation, and striped rows. */
  public static final Color BAND = new Color(0xEEF2F6);

  /** Better: 6.0:1 on white, 5.4:1 on the band. */
  public static final Color IMPROVE = new Color(0x0067A5);

  /** Worse: 5.5:1 on white, 4.9:1 on the band. */
  public static final Color CONCERN = new Color(0xB3470A);

  /** Targets. */
  public static final Color TARGET = new Color(0x5B2A86);

  /** Paper. */
  public static final Color PAPER = Color.WHITE;

  private Palette() {}
}
