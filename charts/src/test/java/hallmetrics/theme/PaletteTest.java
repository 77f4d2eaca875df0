package hallmetrics.theme;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.lint.Lint;
import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteTest {
  private static final List<Color> TEXTS =
      List.of(Palette.INK, Palette.SECONDARY, Palette.IMPROVE, Palette.CONCERN, Palette.TARGET);

  @Test
  void wordsAreLegibleOnPaperAndOnTheBand() {
    for (Color text : TEXTS) {
      assertThat(Lint.contrast(text, Palette.PAPER)).isGreaterThanOrEqualTo(4.5);
      assertThat(Lint.contrast(text, Palette.BAND)).isGreaterThanOrEqualTo(4.5);
    }
  }

  @Test
  void marksStandOutFromPaperAndBand() {
    assertThat(Lint.contrast(Palette.NEUTRAL, Palette.PAPER)).isGreaterThanOrEqualTo(3);
    assertThat(Lint.contrast(Palette.NEUTRAL, Palette.BAND)).isGreaterThanOrEqualTo(3);
  }

  @Test
  void theRatiosAreThoseOfTheStyleSheet() {
    assertThat(Lint.contrast(Palette.INK, Palette.PAPER)).isBetween(14.7, 14.9);
    assertThat(Lint.contrast(Palette.IMPROVE, Palette.PAPER)).isBetween(5.9, 6.1);
    assertThat(Lint.contrast(Palette.CONCERN, Palette.BAND)).isBetween(4.85, 4.95);
  }

  @Test
  void theColourBlindTellBetterFromWorse() {
    double[] better = deuteranope(Palette.IMPROVE);
    double[] worse = deuteranope(Palette.CONCERN);
    double distance = 0;
    for (int i = 0; i < 3; i++) {
      distance += (better[i] - worse[i]) * (better[i] - worse[i]);
    }
    assertThat(Math.sqrt(distance)).isGreaterThan(20);
  }

  /** What a person without green cones sees (Viénot 1999), as CIE L*a*b*. */
  private static double[] deuteranope(Color color) {
    double r = linear(color.getRed());
    double g = linear(color.getGreen());
    double b = linear(color.getBlue());
    double yellow = 0.29275 * r + 0.70725 * g;
    double blue = -0.02234 * r + 0.02234 * g + b;
    double x = 0.4124 * yellow + 0.3576 * yellow + 0.1805 * blue;
    double y = 0.2126 * yellow + 0.7152 * yellow + 0.0722 * blue;
    double z = 0.0193 * yellow + 0.1192 * yellow + 0.9505 * blue;
    double fx = Math.cbrt(Math.max(0, x) / 0.9505);
    double fy = Math.cbrt(Math.max(0, y));
    double fz = Math.cbrt(Math.max(0, z) / 1.089);
    return new double[] {116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
