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
    if (text.codePoints().allMatch(FontGuard::printable)) {
      return text;
    }
    StringBuilder checked = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (printable(point)) {
                checked.appendCodePoint(point);
              } else if (Character.isISOControl(point)) {
                checked.append(' ');
              } else if (Character.getType(point) != Character.FORMAT) {
                missing.merge(Character.toString(point), 1, Integer::sum);
                checked.append(SUBSTITUTE);
              }
            });
    return checked.toString();
  }

  /** Characters replaced so far with how often, sorted. */
  public SortedMap<String, Integer> missing() {
    return new TreeMap<>(missing);
  }

  private static boolean printable(int point) {
    return !Character.isISOControl(point)
        && Character.getType(point) != Character.FORMAT
        && Fonts.REGULAR.covers(point)
        && Fonts.BOLD.covers(point);
  }
}
