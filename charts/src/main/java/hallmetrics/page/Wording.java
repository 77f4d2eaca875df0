package hallmetrics.page;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences by key. A template holds names in braces and no figure: every number of a sentence is
 * printed from a row.
 */
final class Wording {
  private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z]+)}");
  private static final ResourceBundle MESSAGES =
      ResourceBundle.getBundle(
          "hallmetrics.page.messages",
          Locale.CHINESE,
          ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

  private Wording() {}

  /**
   * The sentence of a key.
   *
   * @param pairs name, value, name, value
   * @throws IllegalArgumentException when a name of the template has no value
   */
  static String of(String key, String... pairs) {
    Matcher matcher = NAME.matcher(MESSAGES.getString(key));
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(
          text, Matcher.quoteReplacement(value(key, matcher.group(1), pairs)));
    }
    return matcher.appendTail(text).toString();
  }

  /** The sentence of a key that may be missing. */
  static String find(String key, String otherwise) {
    return MESSAGES.containsKey(key) ? MESSAGES.getString(key) : otherwise;
  }

  private static String value(String key, String name, String... pairs) {
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      if (pairs[i].equals(name)) {
        return pairs[i + 1];
      }
    }
    throw new IllegalArgumentException("no value for {" + name + "} of " + key);
  }
}
