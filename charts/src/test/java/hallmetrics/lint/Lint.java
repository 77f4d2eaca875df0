package hallmetrics.lint;

import hallmetrics.lint.LintGraphics2D.Text;
import hallmetrics.page.Compositor;
import hallmetrics.page.Page;
import hallmetrics.theme.Pen;
import hallmetrics.theme.Sheet;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Looks at a page as a reader would: is every word whole, apart from others, and legible? */
public final class Lint {
  private static final int SCALE = 2;
  private static final double TOUCH = 1;

  /** Words side by side keep at least this distance. */
  private static final double APART = 2;

  private static final double LEAST_CONTRAST = 4.5;
  private static final double MOST_HIDDEN = 0.03;
  private static final int LEAST_SIZE = 9;

  private final Rectangle2D paper;
  private final List<Text> texts = new ArrayList<>();
  private final BufferedImage image;
  private final List<String> complaints = new ArrayList<>();

  private Lint(Rectangle2D paper, int width, int height) {
    this.paper = paper;
    this.image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
  }

  /** What is wrong with a printed page; empty when nothing is. */
  public static List<String> page(Page page) {
    double edge = Sheet.MARGIN - 1;
    Lint lint =
        new Lint(
            new Rectangle2D.Double(edge, edge, Sheet.WIDTH - 2 * edge, Sheet.HEIGHT - 2 * edge),
            Sheet.WIDTH,
            Sheet.HEIGHT);
    return lint.check(
        pen -> Compositor.draw(page, "示例市 · 第1版 · 数据 9f2c41d07be8", "— 1 / 9 —", pen));
  }

  /** What is wrong with a page's picture on a screen. */
  public static List<String> picture(Page page, int width, int height) {
    Lint lint = new Lint(new Rectangle2D.Double(0, 0, width, height), width, height);
    return lint.check(
        pen -> {
          pen.box(0, 0, width, height, Color.WHITE);
          Pen.settle(pen.graphics());
          page.drawable().draw(pen, new Rectangle2D.Double(1, 1, width - 2.0, height - 2.0));
        });
  }

  private List<String> check(Consumer<Pen> drawing) {
    Graphics2D graphics = image.createGraphics();
    graphics.scale(SCALE, SCALE);
    drawing.accept(new Pen(new LintGraphics2D(graphics, texts)));
    graphics.dispose();
    for (int i = 0; i < texts.size(); i++) {
      whole(texts.get(i));
      font(texts.get(i));
      legible(texts.get(i));
      for (int j = i + 1; j < texts.size(); j++) {
        apart(texts.get(i), texts.get(j));
      }
    }
    return complaints;
  }

  private void complain(String what, Text text) {
    complaints.add(what + ": “" + text.text() + "” at " + text.box());
  }

  private void whole(Text text) {
    Rectangle2D clip = text.clip();
    boolean seen = clip == null || clip.contains(text.box());
    if (!text.box().isEmpty() && (!seen || !paper.contains(text.box()))) {
      complain("cut", text);
    }
  }

  private void font(Text text) {
    float size = text.font().getSize2D();
    if (size < LEAST_SIZE || size != Math.rint(size)) {
      complain("size " + size, text);
    }
    if (!text.font().getFamily(java.util.Locale.ROOT).equals("Hall Sans")) {
      complain("font " + text.font(), text);
    }
    if (text.font().canDisplayUpTo(text.text()) >= 0) {
      complain("tofu", text);
    }
  }

  private void apart(Text one, Text other) {
    Rectangle2D both = one.box().createIntersection(other.box());
    if (both.getWidth() > -APART && both.getHeight() > TOUCH) {
      complain("over “" + other.text() + "”", one);
    }
  }

  private void legible(Text text) {
    int hidden = 0;
    int all = 0;
    Rectangle2D box = text.box();
    for (int y = (int) (box.getMinY() * SCALE); y < box.getMaxY() * SCALE; y++) {
      for (int x = (int) (box.getMinX() * SCALE); x < box.getMaxX() * SCALE; x++) {
        if (x >= 0 && y >= 0 && x < image.getWidth() && y < image.getHeight()) {
          all++;
          hidden += contrast(text.color(), new Color(image.getRGB(x, y))) < LEAST_CONTRAST ? 1 : 0;
        }
      }
    }
    if (hidden > all * MOST_HIDDEN) {
      complain("contrast", text);
    }
  }

  /** The WCAG contrast of two colours, 1 to 21. */
  public static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
