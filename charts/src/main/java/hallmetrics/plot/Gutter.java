package hallmetrics.plot;

import hallmetrics.theme.Fonts;
import hallmetrics.theme.Pen;
import hallmetrics.theme.Sheet;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names of horizontal lines, beside the plot and each at its line, moved apart where they meet. */
final class Gutter {
  private static final double LEADING = 14;
  private static final double RISE = 4;

  private record Name(double y, String text, Color color) {}

  private final List<Name> names = new ArrayList<>();

  void add(double y, String text, Color color) {
    names.add(new Name(y, text, color));
  }

  /** How wide the longest name is. */
  double width() {
    return names.stream()
        .mapToDouble(name -> Fonts.width(name.text(), Sheet.LABEL))
        .max()
        .orElse(0);
  }

  /** Writes the names from x on, none above {@code top} or below {@code bottom}. */
  void draw(Pen pen, double x, double top, double bottom) {
    List<Name> sorted = new ArrayList<>(names);
    sorted.sort(Comparator.comparingDouble(Name::y));
    double[] places = sorted.stream().mapToDouble(Name::y).toArray();
    for (int i = 0; i < places.length; i++) {
      double least = i == 0 ? top + LEADING / 2 : places[i - 1] + LEADING;
      places[i] = Math.max(places[i], least);
    }
    for (int i = places.length - 1; i >= 0; i--) {
      double most = i == places.length - 1 ? bottom : places[i + 1] - LEADING;
      places[i] = Math.min(places[i], most);
    }
    for (int i = 0; i < places.length; i++) {
      Name name = sorted.get(i);
      pen.left(name.text(), x, places[i] + RISE, Sheet.LABEL, name.color());
    }
  }
}
