package hallmetrics.catalogue;

import hallmetrics.yaml.YamlMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a metric. */
final class MetricParser {
  private static final Set<String> KEYS =
      Set.of(
          "title",
          "code",
          "count",
          "ratio",
          "mean",
          "quantile",
          "stock",
          "share",
          "kind",
          "value",
          "on",
          "where",
          "unit",
          "better",
          "least",
          "due",
          "splits",
          "definition",
          "source",
          "valid_from",
          "valid_to",
          "example",
          "examples");

  private final String id;
  private final int version;
  private final YamlMap body;
  private final Draft draft;

  /**
   * @param name the key of the entry: the id, with {@code @n} for version n
   */
  MetricParser(String name, YamlMap body, Draft draft) {
    int at = name.indexOf('@');
    this.id = at < 0 ? name : name.substring(0, at);
    this.body = body;
    this.draft = draft;
    this.version = at < 0 ? 1 : version(name.substring(at + 1));
  }

  Metric parse() {
    body.allow(KEYS);
    Words.name(body, id);
    MetricForm form = MetricForm.read(id, body);
    YamlMap least = body.mapOrNull("least");
    if (least != null) {
      least.allow(Set.of("n", "expected"));
    }
    return new Metric(
        id,
        body.text("code", ""),
        body.text("title"),
        form.kind(),
        unit(form.unit()),
        form.numerator(),
        form.denominator(),
        form.shareBy(),
        form.quantile(),
        form.stock(),
        Metric.Better.valueOf(
            Words.upperChoice(body, "better", List.of("HIGHER", "LOWER", "NONE"), "NONE")),
        least == null ? 0 : least.number("n", 0),
        least == null ? 0 : least.number("expected", 0),
        body.flag("due", false),
        splits(form),
        body.text("definition"),
        body.text("source", ""),
        version,
        day("valid_from", LocalDate.EPOCH),
        body.has("valid_to") ? day("valid_to", LocalDate.EPOCH) : null,
        examples(),
        body.file(),
        body.line());
  }

  private int version(String text) {
    if (text.matches("[1-9][0-9]{0,3}")) {
      return Integer.parseInt(text);
    }
    body.problems()
        .add(body.file(), body.line(), "版本 '@" + text + "' 应为正整数，如 @2 (a version number)");
    return 1;
  }

  private Unit unit(Unit otherwise) {
    List<String> known = Arrays.stream(Unit.values()).map(Unit::name).toList();
    return Unit.valueOf(
        Words.upperChoice(body, "unit", known, otherwise.name()).toUpperCase(Locale.ROOT));
  }

  private List<String> splits(MetricForm form) {
    List<String> splits = new ArrayList<>(body.list("splits"));
    if (form.shareBy() != null && !splits.contains(form.shareBy())) {
      splits.add(form.shareBy());
    }
    return List.copyOf(splits);
  }

  private LocalDate day(String key, LocalDate otherwise) {
    String text = body.text(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notADay) {
      body.problem(key, "'" + key + "' 应为日期 yyyy-MM-dd，实为 '" + text + "' (a date)");
      return otherwise;
    }
  }

  private List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    @Nullable YamlMap one = body.mapOrNull("example");
    if (one != null) {
      examples.add(ExampleParser.parse(one, draft));
    }
    body.mapList("examples").forEach(each -> examples.add(ExampleParser.parse(each, draft)));
    return List.copyOf(examples);
  }
}
