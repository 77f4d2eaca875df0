package hallmetrics.plot;

import hallmetrics.theme.Palette;
import hallmetrics.theme.Strokes;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/**
 * Our one look of a JFreeChart plot: no frame, no background, no words (the pen writes them, so
 * that every output measures them alike), thin grid lines across the measured axis only.
 */
final class Frame {
  /** Points kept free at both ends of the axis, so that marks at its ends are whole. */
  static final double PAD = 6;

  private Frame() {}

  static XYPlot plot(NumberAxis domain, NumberAxis range) {
    XYPlot plot = new XYPlot(null, domain, range, null);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setFixedDomainAxisSpace(new AxisSpace());
    plot.setFixedRangeAxisSpace(new AxisSpace());
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    plot.setDomainGridlinePaint(Palette.GRID);
    plot.setRangeGridlinePaint(Palette.GRID);
    plot.setDomainGridlineStroke(Strokes.GRID);
    plot.setRangeGridlineStroke(Strokes.GRID);
    plot.setRangeZeroBaselineVisible(false);
    return plot;
  }

  /** The measured axis: drawn over {@code length} points, padded at both ends. */
  static NumberAxis measured(Scale scale, double length) {
    double pad = (scale.high() - scale.low()) * PAD / Math.max(1, length - 2 * PAD);
    NumberAxis axis = bare(scale.low() - pad, scale.high() + pad);
    axis.setTickUnit(new NumberTickUnit(scale.step(), NumberFormat.getInstance(Locale.ROOT)));
    return axis;
  }

  /** An axis that only places: months, rows. */
  static NumberAxis bare(double low, double high) {
    NumberAxis axis = new NumberAxis(null);
    axis.setAutoRange(false);
    axis.setRange(low, high);
    axis.setTickLabelsVisible(false);
    axis.setTickMarksVisible(false);
    axis.setAxisLineVisible(false);
    return axis;
  }

  static void draw(
      XYPlot plot, Graphics2D graphics, Rectangle2D area, @Nullable PlotRenderingInfo info) {
    plot.draw(graphics, area, null, null, info);
  }
}
