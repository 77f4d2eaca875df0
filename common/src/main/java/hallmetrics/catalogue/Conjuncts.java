package hallmetrics.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The parts of a Spark SQL predicate joined by {@code and} at its top level, so that "narrower" can
 * be read off: a predicate that has every part of another, and maybe more.
 */
final class Conjuncts {
  private Conjuncts() {}

  /** Whether every row of {@code narrow} is a row of {@code wide}, as far as the text shows. */
  static boolean within(String narrow, String wide) {
    return of(narrow).containsAll(of(wide));
  }

  /** Both predicates; {@code true} adds nothing. */
  static String and(String one, String other) {
    if (one.strip().equals("true")) {
      return other;
    }
    return other.strip().equals("true") ? one : guarded(one) + " and " + guarded(other);
  }

  /** The parts, blanks made one and words lower-case outside quotes; {@code true} is no part. */
  static Set<String> of(String predicate) {
    Set<String> parts = new LinkedHashSet<>();
    for (List<String> words : split(words(predicate))) {
      if (words.size() > 2 && isWhole(words)) {
        parts.addAll(of(String.join(" ", words.subList(1, words.size() - 1))));
      } else {
        parts.add(String.join(" ", words));
      }
    }
    parts.remove("true");
    return parts;
  }

  private static String guarded(String predicate) {
    return hasTopLevelOr(words(predicate)) ? "(" + predicate.strip() + ")" : predicate.strip();
  }

  private static List<List<String>> split(List<String> words) {
    if (hasTopLevelOr(words)) {
      return List.of(words);
    }
    List<List<String>> parts = new ArrayList<>();
    List<String> part = new ArrayList<>();
    int depth = 0;
    boolean between = false;
    for (String word : words) {
      depth += depth(word);
      if (depth == 0 && word.equals("between")) {
        between = true;
      }
      if (depth == 0 && word.equals("and") && !between) {
        parts.add(part);
        part = new ArrayList<>();
        continue;
      }
      if (depth == 0 && word.equals("and")) {
        between = false;
      }
      part.add(word);
    }
    parts.add(part);
    return parts;
  }

  private static boolean hasTopLevelOr(List<String> words) {
    int depth = 0;
    for (String word : words) {
      depth += depth(word);
      if (depth == 0 && word.equals("or")) {
        return true;
      }
    }
    return false;
  }

  /** Whether the first bracket closes at the last word. */
  private static boolean isWhole(List<String> words) {
    int depth = 0;
    for (int i = 0; i < words.size(); i++) {
      depth += depth(words.get(i));
      if (depth == 0) {
        return i == words.size() - 1 && i > 0;
      }
    }
    return false;
  }

  private static int depth(String word) {
    return switch (word) {
      case "(", "case" -> 1;
      case ")", "end" -> -1;
      default -> 0;
    };
  }

  private static List<String> words(String predicate) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    for (char c : predicate.toCharArray()) {
      if (quote != 0) {
        word.append(c);
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"' || c == '`') {
        word.append(c);
        quote = c;
      } else if (Character.isWhitespace(c)) {
        flush(word, words);
      } else if (c == '(' || c == ')' || c == ',') {
        flush(word, words);
        words.add(String.valueOf(c));
      } else {
        word.append(c);
      }
    }
    flush(word, words);
    return words;
  }

  private static void flush(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      String text = word.toString();
      words.add(text.indexOf('\'') >= 0 ? text : text.toLowerCase(Locale.ROOT));
      word.setLength(0);
    }
  }
}
