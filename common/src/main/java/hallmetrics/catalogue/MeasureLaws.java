package hallmetrics.catalogue;

import java.util.Set;

/** What a measure must keep. */
final class MeasureLaws {
  private final Catalogue catalogue;
  private final Laws laws;

  MeasureLaws(Catalogue catalogue, Laws laws) {
    this.catalogue = catalogue;
    this.laws = laws;
  }

  void check() {
    for (Measure measure : catalogue.measures().values()) {
      Columns columns = Columns.of(catalogue, measure.table());
      day(measure, columns);
      sum(measure, columns);
      splits(measure);
      distinct(measure);
    }
  }

  /** It counts on a day: a bare name is a time column. */
  private void day(Measure measure, Columns columns) {
    if (measure.on().isEmpty()) {
      broken(measure, "指标量 '" + measure.name() + "' 缺少 on：按哪一列的日期计数 (missing 'on')");
    } else if (Words.isName(measure.on())) {
      laws.unknown(measure.file(), measure.line(), "列", measure.on(), columns.names());
      if (columns.names().contains(measure.on()) && !columns.isTime(measure.on())) {
        broken(
            measure,
            "'"
                + measure.name()
                + "' 的 on 列 '"
                + measure.on()
                + "' 应为 timestamp 或 date (not a time)");
      }
    }
  }

  /** What it sums is a number. */
  private void sum(Measure measure, Columns columns) {
    String column = measure.sum();
    if (column == null) {
      return;
    }
    laws.unknown(measure.file(), measure.line(), "列", column, columns.names());
    if (columns.names().contains(column) && !columns.isNumber(column)) {
      broken(measure, "'" + measure.name() + "' 求和的列 '" + column + "' 应为数值 (not a number)");
    }
  }

  /** Its splits are splits of its table. */
  private void splits(Measure measure) {
    Set<String> known = catalogue.splits(measure.table()).keySet();
    for (String split : measure.splits()) {
      laws.unknown(measure.file(), measure.line(), "维度", split, known);
    }
  }

  /** A distinct count is no sum and no histogram. */
  private void distinct(Measure measure) {
    if (measure.distinct() != null && (measure.sum() != null || measure.days() != null)) {
      broken(
          measure, "'" + measure.name() + "' 的 distinct 不能与 sum、days 同用 (distinct stands alone)");
    }
  }

  private void broken(Measure measure, String message) {
    laws.broken(measure.file(), measure.line(), message);
  }
}
