package hallmetrics.catalogue;

import hallmetrics.yaml.YamlMap;
import java.util.List;
import java.util.Set;

/** Reads a measure. */
final class MeasureParser {
  private static final Set<String> KEYS =
      Set.of("of", "where", "on", "sum", "splits", "days", "distinct");

  private MeasureParser() {}

  static MeasureDraft parse(String name, String table, YamlMap body) {
    body.allow(KEYS);
    Words.name(body, name);
    return new MeasureDraft(
        name,
        table,
        body.textOrNull("of"),
        body.textOrNull("where"),
        body.textOrNull("on"),
        body.textOrNull("sum"),
        body.has("splits") ? List.copyOf(body.list("splits")) : null,
        body.textOrNull("days"),
        body.textOrNull("distinct"),
        body.file(),
        body.line());
  }
}
