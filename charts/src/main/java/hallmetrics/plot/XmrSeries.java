package hallmetrics.plot;

import hallmetrics.plot.XmrPlot.Limits;
import hallmetrics.plot.XmrPlot.Month;
import hallmetrics.theme.Palette;
import hallmetrics.theme.Strokes;
import java.awt.BasicStroke;
import java.awt.Paint;
import java.awt.Shape;
import java.util.List;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;

/**
 * The marks of an XmR chart. Line and points are two datasets: one renderer would paint the whole
 * line in its last point's colour.
 */
final class XmrSeries {
  private static final int POINTS = 0;
  private static final int LINE = 1;

  /** Left of the first month. */
  private static final double START = -1;

  private XmrSeries() {}

  static XYPlot plot(XmrPlot chart, NumberAxis x, NumberAxis y) {
    XYPlot plot = Frame.plot(x, y);
    plot.setRangeGridlinesVisible(true);
    XYSeriesCollection data = data(chart.months());
    plot.setDataset(POINTS, data);
    plot.setRenderer(POINTS, points(chart.months()));
    plot.setDataset(LINE, data);
    XYLineAndShapeRenderer line = new XYLineAndShapeRenderer(true, false);
    line.setSeriesPaint(0, Palette.NEUTRAL);
    line.setSeriesStroke(0, Strokes.DATA);
    plot.setRenderer(LINE, line);
    levels(chart, line);
    return plot;
  }

  private static XYSeriesCollection data(List<Month> months) {
    XYSeries series = new XYSeries("months", false);
    for (int i = 0; i < months.size(); i++) {
      series.add(i, months.get(i).value());
    }
    return new XYSeriesCollection(series);
  }

  private static void levels(XmrPlot chart, XYLineAndShapeRenderer renderer) {
    @Nullable Limits limits = chart.limits();
    if (limits != null) {
      double from = limits.from() == 0 ? START : limits.from() - 0.5;
      double to = chart.months().size();
      double low = limits.low().value();
      double high = limits.high().value();
      renderer.addAnnotation(
          new XYBoxAnnotation(from, low, to, high, null, null, Palette.BAND), Layer.BACKGROUND);
      double mean = limits.mean().value();
      renderer.addAnnotation(
          new XYLineAnnotation(from, mean, to, mean, Strokes.MEAN, Palette.INK), Layer.BACKGROUND);
    }
    if (chart.target() != null) {
      double target = chart.target().value();
      renderer.addAnnotation(
          new XYLineAnnotation(
              START, target, chart.months().size(), target, Strokes.TARGET, Palette.TARGET),
          Layer.BACKGROUND);
    }
  }

  private static XYLineAndShapeRenderer points(List<Month> months) {
    XYLineAndShapeRenderer renderer =
        new XYLineAndShapeRenderer(false, true) {
          private static final long serialVersionUID = 1L;

          @Override
          public Paint getItemPaint(int series, int item) {
            return months.get(item).judgement().color();
          }

          @Override
          public Paint getItemFillPaint(int series, int item) {
            return months.get(item).whole() ? months.get(item).judgement().color() : Palette.PAPER;
          }

          @Override
          public Shape getItemShape(int series, int item) {
            return months.get(item).judgement().mark(0, 0, XmrPlot.RADIUS);
          }
        };
    renderer.setUseFillPaint(true);
    renderer.setDrawOutlines(true);
    renderer.setSeriesOutlineStroke(0, new BasicStroke(1.2f));
    renderer.setUseOutlinePaint(false);
    return renderer;
  }
}
