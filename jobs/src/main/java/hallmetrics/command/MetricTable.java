package hallmetrics.command;

import hallmetrics.catalogue.Unit;
import hallmetrics.edition.MetricRow;
import hallmetrics.text.Numbers;
import java.util.List;

/** Prints figures as a table whose columns line up, Chinese characters counting two. */
final class MetricTable {
  private static final List<String> HEAD =
      List.of("周期", "指标", "层级", "对象", "细分", "数值", "分子/分母", "状态");

  private MetricTable() {}

  static void print(Terminal terminal, List<MetricRow> rows) {
    Columns.lines(HEAD, rows.stream().map(MetricTable::cells).toList()).forEach(terminal::say);
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
}
