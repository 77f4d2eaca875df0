package hallmetrics.catalogue;

import hallmetrics.yaml.YamlMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a derived table. */
final class DerivedParser {
  private static final Set<String> KEYS =
      Set.of(
          "title",
          "from",
          "where",
          "left_join",
          "on",
          "pick",
          "within",
          "computed",
          "place",
          "splits",
          "duty",
          "measures");
  private static final int DEFAULT_WITHIN = 62;

  private DerivedParser() {}

  /** A derived table written in the file of {@code table}, its base unless it says {@code from}. */
  static Derived parse(String name, String table, YamlMap body) {
    body.allow(KEYS);
    Words.name(body, name);
    return new Derived(
        name,
        body.text("title"),
        body.text("from", table),
        body.text("where", "true"),
        body.textOrNull("left_join"),
        List.copyOf(body.list("on")),
        List.copyOf(body.list("pick")),
        within(body),
        TableParser.computed(body),
        TableParser.place(body),
        Collected.map(body.texts("splits")),
        TableParser.duty(body),
        body.file(),
        body.line());
  }

  private static int within(YamlMap body) {
    @Nullable String text = body.textOrNull("within");
    if (text == null) {
      return DEFAULT_WITHIN;
    }
    if (text.matches("[1-9][0-9]{0,3}d")) {
      return Integer.parseInt(text.substring(0, text.length() - 1));
    }
    body.problem("within", "'within' 应写成天数，如 62d，实为 '" + text + "' (days such as 62d)");
    return DEFAULT_WITHIN;
  }
}
