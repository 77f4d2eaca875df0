package hallmetrics.plot;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.theme.Palette;
import hallmetrics.theme.Pen;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The marks stand where their figures are. */
class XmrPlotTest {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 300;

  private static XmrPlot.Month month(double value, Judgement judgement) {
    return new XmrPlot.Month("1月", "2026年", value, true, judgement, "", "缺");
  }

  /** The middle of all pixels of a colour. */
  private static double middle(BufferedImage image, Color color) {
    double least = Double.MAX_VALUE;
    double most = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) == color.getRGB()) {
          least = Math.min(least, y);
          most = Math.max(most, y);
        }
      }
    }
    return (least + most) / 2;
  }

  private static BufferedImage draw(XmrPlot plot) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    Pen pen = new Pen(graphics);
    Pen.settle(graphics);
    pen.box(0, 0, WIDTH, HEIGHT, Palette.PAPER);
    plot.draw(pen, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    return image;
  }

  @Test
  void aPointsHeightGivesItsValueBack() {
    for (int seed = 0; seed < 20; seed++) {
      double value = new Random(seed).nextDouble() * 900;
      List<XmrPlot.Month> months = new ArrayList<>();
      months.add(month(0, Judgement.NOTABLE));
      months.add(month(value, Judgement.IMPROVE));
      months.add(month(1_000, Judgement.NOTABLE));
      Scale scale = new Scale(0, 1_000, 200);
      BufferedImage image = draw(new XmrPlot(months, null, null, scale));
      List<XmrPlot.Month> ends = List.of(month(0, Judgement.IMPROVE));
      double zero = middle(draw(new XmrPlot(ends, null, null, scale)), Palette.IMPROVE);
      List<XmrPlot.Month> tops = List.of(month(1_000, Judgement.IMPROVE));
      double top = middle(draw(new XmrPlot(tops, null, null, scale)), Palette.IMPROVE);
      double read = 1_000 * (zero - middle(image, Palette.IMPROVE)) / (zero - top);
      double pixel = 1_000 / (zero - top);
      assertThat(read).as("seed " + seed).isBetween(value - pixel, value + pixel);
    }
  }
}
