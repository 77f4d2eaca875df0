package hallmetrics.plot;

import hallmetrics.plot.XmrPlot.Limits;
import hallmetrics.plot.XmrPlot.Month;
import hallmetrics.theme.Palette;
import hallmetrics.theme.Strokes;
import java.awt.BasicStroke;
import java.awt.Paint;
import java.awt.Shape;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
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

  private XmrSeries() {}

  static XYPlot plot(XmrPlot chart, NumberAxis x, NumberAxis y) {
    XYPlot plot = Frame.plot(x, y);
    plot.setRangeGridlinesVisible(true);
    markers(plot, chart);
    XYSeriesCollection data = data(chart.months());
    plot.setDataset(POINTS, data);
    plot.setRenderer(POINTS, points(chart.months()));
    plot.setDataset(LINE, data);
    XYLineAndShapeRenderer line = new XYLineAndShapeRenderer(true, false);
    line.setSeriesPaint(0, Palette.NEUTRAL);
    line.setSeriesStroke(0, Strokes.DATA);
    plot.setRenderer(LINE, line);
    return plot;
  }

  private static XYSeriesCollection data(List<Month> months) {
    XYSeries series = new XYSeries("months", false);
    for (int i = 0; i < months.size(); i++) {
      series.add(i, months.get(i).value());
    }
    return new XYSeriesCollection(series);
  }

  private static void markers(XYPlot plot, XmrPlot chart) {
    @Nullable Limits limits = chart.limits();
    if (limits != null) {
      IntervalMarker band =
          new IntervalMarker(limits.low().value(), limits.high().value(), Palette.BAND);
      band.setAlpha(1);
      plot.addRangeMarker(band, Layer.BACKGROUND);
      plot.addRangeMarker(
          marker(limits.mean().value(), Palette.INK, Strokes.MEAN), Layer.BACKGROUND);
    }
    if (chart.target() != null) {
      plot.addRangeMarker(
          marker(chart.target().value(), Palette.TARGET, Strokes.TARGET), Layer.BACKGROUND);
    }
  }

  private static ValueMarker marker(double value, Paint paint, java.awt.Stroke stroke) {
    ValueMarker marker = new ValueMarker(value, paint, stroke);
    marker.setAlpha(1);
    return marker;
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
