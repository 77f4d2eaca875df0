package hallmetrics.catalogue;

import hallmetrics.yaml.YamlMap;
import org.jspecify.annotations.Nullable;

/** Makes the measure that carries the stated values of a SCORE: it has the metric's own name. */
final class ScoreParser {
  private ScoreParser() {}

  /** The measure of a SCORE; null for other kinds and for a score outside a table's file. */
  static @Nullable MeasureDraft measure(Metric metric, @Nullable String table, YamlMap body) {
    if (metric.kind() != MetricKind.SCORE) {
      return null;
    }
    if (table == null) {
      body.problem("kind", "kind: score 须写在表的文件里 (a score stands in its table's file)");
      return null;
    }
    return new MeasureDraft(
        metric.numerator(),
        table,
        null,
        body.textOrNull("where"),
        body.text("on"),
        body.text("value"),
        metric.splits(),
        null,
        null,
        body.file(),
        body.line());
  }
}
