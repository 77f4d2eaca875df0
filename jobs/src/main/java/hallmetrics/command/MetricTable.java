package hallmetrics.command;

import hallmetrics.catalogue.Unit;
import hallmetrics.edition.MetricRow;
import hallmetrics.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Prints figures as a table whose columns line up, Chinese characters counting two. */
final class MetricTable {
  private static final List<String> HEAD =
      List.of("周期", "指标", "层级", "对象", "细分", "数值", "分子/分母", "状态");

  private MetricTable() {}

  static void print(Terminal terminal, List<MetricRow> rows) {
    List<List<String>> cells = new ArrayList<>(List.of(HEAD));
    rows.forEach(row -> cells.add(cells(row)));
    int[] widths = new int[HEAD.size()];
    for (List<String> line : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(line.get(i)));
      }
    }
    for (List<String> line : cells) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        text.append(line.get(i)).append(" ".repeat(widths[i] - width(line.get(i)) + 2));
      }
      terminal.say(text.toString().stripTrailing());
    }
  }

  private static List<String> cells(MetricRow row) {
    return List.of(
        row.grain().equals("MTD") ? row.period() + " 月累计" : row.period(),
        row.metric(),
        row.scope(),
        row.scopeName(),
        row.split().isEmpty() ? "" : row.split() + "=" + row.splitValue(),
        Numbers.figure(Unit.valueOf(row.unit()), row.numerator(), row.denominator(), row.value()),
        row.denominator() == null ? "" : Numbers.fraction(row.numerator(), row.denominator()),
        row.state());
  }

  private static int width(String text) {
    return text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
  }
}
