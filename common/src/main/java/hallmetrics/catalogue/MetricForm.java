package hallmetrics.catalogue;

import hallmetrics.yaml.YamlMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a metric is made of: exactly one of {@code count}, {@code ratio}, {@code mean}, {@code
 * quantile}, {@code stock}, {@code share} and {@code kind: score}.
 */
record MetricForm(
    MetricKind kind,
    Unit unit,
    String numerator,
    @Nullable String denominator,
    @Nullable String shareBy,
    double quantile,
    @Nullable String stock) {

  private static final List<String> FORMS =
      List.of("count", "ratio", "mean", "quantile", "stock", "share");

  /** Reads the form; a problem and an empty count where there is not exactly one. */
  static MetricForm read(String id, YamlMap body) {
    List<String> given = FORMS.stream().filter(body::has).toList();
    String kind = Words.upperChoice(body, "kind", List.of("RATE", "SCORE"), "");
    if (kind.equals("SCORE") && given.isEmpty()) {
      return plain(MetricKind.SCORE, Unit.POINTS, id);
    }
    if (given.size() != 1 || kind.equals("SCORE")) {
      body.problems()
          .add(
              body.file(),
              body.line(),
              "指标 '"
                  + id
                  + "' 须恰好写一种算法 "
                  + FORMS
                  + " 或 kind: score，实为 "
                  + given
                  + " (exactly one form)");
      return plain(MetricKind.COUNT, Unit.NONE, "");
    }
    String form = given.get(0);
    if (kind.equals("RATE") && !form.equals("ratio")) {
      body.problem("kind", "kind: rate 只用于 ratio (only with ratio)");
    }
    return switch (form) {
      case "count" -> plain(MetricKind.COUNT, Unit.NONE, body.text("count"));
      case "ratio" -> ratio(body, kind.equals("RATE"));
      case "mean" -> pair(body, "mean", MetricKind.MEAN, Unit.NONE);
      case "quantile" -> quantile(body);
      case "stock" -> stock(body);
      default -> share(body);
    };
  }

  private static MetricForm plain(MetricKind kind, Unit unit, String numerator) {
    return new MetricForm(kind, unit, numerator, null, null, 0, null);
  }

  private static MetricForm ratio(YamlMap body, boolean rate) {
    return rate
        ? pair(body, "ratio", MetricKind.RATE, Unit.NONE)
        : pair(body, "ratio", MetricKind.PROPORTION, Unit.PERCENT);
  }

  private static MetricForm pair(YamlMap body, String key, MetricKind kind, Unit unit) {
    List<String> names = body.list(key);
    if (names.size() != 2) {
      body.problem(key, "'" + key + "' 应为 [分子, 分母] (numerator and denominator)");
      return plain(MetricKind.COUNT, unit, "");
    }
    return new MetricForm(kind, unit, names.get(0), names.get(1), null, 0, null);
  }

  private static MetricForm quantile(YamlMap body) {
    YamlMap inner = body.mapOrNull("quantile");
    if (inner == null) {
      return plain(MetricKind.COUNT, Unit.DAYS, "");
    }
    inner.allow(Set.of("of", "q"));
    String q = inner.text("q");
    if (!q.matches("0?\\.[0-9]*[1-9][0-9]*")) {
      inner.problem("q", "'q' 应在 0 与 1 之间，实为 '" + q + "' (between 0 and 1)");
      return plain(MetricKind.COUNT, Unit.DAYS, inner.text("of"));
    }
    String of = inner.text("of");
    return new MetricForm(
        MetricKind.QUANTILE, Unit.DAYS, of, of, null, Double.parseDouble(q), null);
  }

  private static MetricForm stock(YamlMap body) {
    YamlMap inner = body.mapOrNull("stock");
    if (inner == null) {
      return plain(MetricKind.COUNT, Unit.NONE, "");
    }
    inner.allow(Set.of("of", "state"));
    String state = Words.upperChoice(inner, "state", List.of("ALL", "IN_TIME", "OVERDUE"), "ALL");
    return new MetricForm(MetricKind.STOCK, Unit.NONE, inner.text("of"), null, null, 0, state);
  }

  private static MetricForm share(YamlMap body) {
    YamlMap inner = body.mapOrNull("share");
    if (inner == null) {
      return plain(MetricKind.COUNT, Unit.PERCENT, "");
    }
    inner.allow(Set.of("of", "by"));
    String of = inner.text("of");
    return new MetricForm(MetricKind.PROPORTION, Unit.PERCENT, of, of, inner.text("by"), 0, null);
  }
}
