package hallmetrics.theme;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps characters the bundled fonts lack from vanishing: a physical font has no fallback, and an
 * empty box says nothing. Each is replaced by {@code 〓} and counted, so that the maker of a pack
 * can say which were lost. Not thread-safe; one a pack.
 */
public final class FontGuard {
  /** What stands for a character without a glyph (the mark of Chinese typesetting). */
  public static final String SUBSTITUTE = "〓";

  private final SortedMap<String, Integer> missing = new TreeMap<>();

  /** The text with every character that has no glyph replaced, and control characters gone. */
  public String check(String text) {
    text.codePoints()
        .filter(point -> !invisible(point) && !printable(point))
        .forEach(point -> missing.merge(Character.toString(point), 1, Integer::sum));
    return clean(text);
  }

  /** As {@link #check}, without counting. */
  static String clean(String text) {
    if (text.codePoints().allMatch(FontGuard::printable)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> point == '\n' || !invisible(point))
        .forEach(
            point ->
                clean.append(printable(point) ? Character.toString(point) : substitute(point)));
    return clean.toString();
  }

  private static String substitute(int point) {
    return point == '\n' ? "\n" : SUBSTITUTE;
  }

  /** Characters replaced so far with how often, sorted. */
  public SortedMap<String, Integer> missing() {
    return new TreeMap<>(missing);
  }

  private static boolean invisible(int point) {
    return Character.isISOControl(point) || Character.getType(point) == Character.FORMAT;
  }

  private static boolean printable(int point) {
    return !invisible(point) && Fonts.REGULAR.covers(point) && Fonts.BOLD.covers(point);
  }
}
