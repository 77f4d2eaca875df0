package hallmetrics.plot;

import hallmetrics.theme.Pen;
import java.awt.geom.Rectangle2D;

/** A picture without a size of its own: it fits any rectangle, also a phone's. */
@FunctionalInterface
public interface Drawable {
  /** Draws inside the area and nowhere else; drawing twice draws the same. */
  void draw(Pen pen, Rectangle2D area);
}
