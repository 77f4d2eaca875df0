package hallmetrics.plot;

import hallmetrics.plot.Caterpillar.Unit;
import hallmetrics.theme.Palette;
import hallmetrics.theme.Strokes;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** The marks of a caterpillar chart: a point a unit with its interval. */
final class CaterpillarSeries {
  private static final double RADIUS = 4.5;

  private CaterpillarSeries() {}

  static XYPlot plot(Caterpillar chart, NumberAxis x, NumberAxis y) {
    XYPlot plot = Frame.plot(x, y);
    plot.setDomainGridlinesVisible(true);
    if (chart.reference() != null) {
      ValueMarker marker = new ValueMarker(chart.reference().value(), Palette.INK, Strokes.MEAN);
      marker.setAlpha(1);
      plot.addDomainMarker(marker, Layer.BACKGROUND);
    }
    List<Unit> units = new ArrayList<>();
    XYIntervalSeries series = new XYIntervalSeries("units", false, true);
    for (int i = 0; i < chart.rows().size(); i++) {
      if (chart.rows().get(i) instanceof Unit unit) {
        units.add(unit);
        double row = i + 0.5;
        double high = Math.min(unit.high(), chart.scale().high());
        series.add(unit.value(), unit.low(), high, row, row, row);
      }
    }
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(series);
    plot.setDataset(data);
    plot.setRenderer(renderer(units));
    return plot;
  }

  private static XYErrorRenderer renderer(List<Unit> units) {
    XYErrorRenderer renderer =
        new XYErrorRenderer() {
          private static final long serialVersionUID = 1L;

          @Override
          public Paint getItemPaint(int series, int item) {
            return units.get(item).judgement().color();
          }

          @Override
          public Shape getItemShape(int series, int item) {
            return units.get(item).judgement().mark(0, 0, RADIUS);
          }
        };
    renderer.setCapLength(0);
    renderer.setDrawYError(false);
    renderer.setErrorStroke(Strokes.FOCUS);
    return renderer;
  }

  /** The sign that an interval goes on beyond the axis. */
  static Shape arrow(double x, double y) {
    Path2D.Double path = new Path2D.Double();
    path.moveTo(x + 1, y);
    path.lineTo(x - 6, y - 4);
    path.lineTo(x - 6, y + 4);
    path.closePath();
    return path;
  }
}
