package hallmetrics.catalogue;

import hallmetrics.fault.Nearest;
import hallmetrics.yaml.YamlMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values that files may write in either case, and names. */
final class Words {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  private Words() {}

  /** A one-of value in upper case. */
  static String upperChoice(YamlMap map, String key, List<String> known, String otherwise) {
    String value = map.textOrNull(key);
    if (value == null) {
      return otherwise;
    }
    String upper = value.toUpperCase(Locale.ROOT);
    if (known.contains(upper)) {
      return upper;
    }
    List<String> shown = known.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    map.problem(key, "'" + key + "' 不能是 '" + value + "'，可用 " + shown + Nearest.hint(value, shown));
    return otherwise;
  }

  /** Reports a name that is not lower-case letters, digits and underscores. */
  static void name(YamlMap map, String name) {
    if (!NAME.matcher(name).matches()) {
      map.problems().add(map.file(), map.line(), "名称 '" + name + "' 应为小写字母、数字和下划线 (snake_case)");
    }
  }

  /** Whether a text is a bare name or {@code j.name} and not an expression. */
  static boolean isName(@Nullable String text) {
    return text != null && text.matches("(j\\.)?[a-z][a-z0-9_]*");
  }
}
