package hallmetrics.export;

import com.pngencoder.PngEncoder;
import hallmetrics.page.Compositor;
import hallmetrics.theme.Pen;
import hallmetrics.theme.Sheet;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Pages as pixels, two a point. */
public final class Png {
  private static final int SCALE = 2;
  private static final int LEVEL = 3;

  private Png() {}

  /** The bytes of one page. */
  public static byte[] of(Binding binding, int index) {
    return new PngEncoder()
        .withBufferedImage(image(binding, index))
        .withCompressionLevel(LEVEL)
        .withMultiThreadedCompressionEnabled(false)
        .toBytes();
  }

  static BufferedImage image(Binding binding, int index) {
    BufferedImage image =
        new BufferedImage(Sheet.WIDTH * SCALE, Sheet.HEIGHT * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(SCALE, SCALE);
    Compositor.draw(
        binding.pages().get(index), binding.mark(), binding.number(index), new Pen(graphics));
    graphics.dispose();
    return image;
  }
}
