package hallmetrics.fault;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Suggests the nearest right name for a wrong one. */
public final class Nearest {
  private Nearest() {}

  /** The known name closest to the given one, or null when none is near enough to be meant. */
  public static @Nullable String name(String wrong, Collection<String> known) {
    String best = null;
    int least = Math.max(2, wrong.length() / 2) + 1;
    for (String candidate : known) {
      int distance = distance(wrong.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance < least
          || (distance == least && best != null && candidate.compareTo(best) < 0)) {
        best = candidate;
        least = distance;
      }
    }
    return best;
  }

  /** The clause "（是否想写 x？）", or an empty string when nothing is near. */
  public static String hint(String wrong, Collection<String> known) {
    String near = name(wrong, known);
    return near == null ? "" : "（是否想写 '" + near + "'？did you mean '" + near + "'?）";
  }

  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(previous[j - 1] + change, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
