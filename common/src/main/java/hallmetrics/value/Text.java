package hallmetrics.value;

/** Text as clerks type it, made comparable. */
public final class Text {
  private static final int WIDTH = 'Ａ' - 'A';

  private Text() {}

  /**
   * Trims every kind of blank (also the ideographic space, no-break and zero-width ones) and makes
   * full-width digits and letters half-width; all else stays. The same instance when nothing
   * changes.
   */
  public static String clean(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && blank(text.charAt(start))) {
      start++;
    }
    while (end > start && blank(text.charAt(end - 1))) {
      end--;
    }
    String core = start == 0 && end == text.length() ? text : text.substring(start, end);
    for (int i = 0; i < core.length(); i++) {
      if (wideAlphanumeric(core.charAt(i))) {
        return narrow(core, i);
      }
    }
    return core;
  }

  /** Every full-width ASCII character half-width, same length, nothing trimmed. */
  public static String half(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (halfOf(text.charAt(i)) != text.charAt(i)) {
        char[] chars = text.toCharArray();
        for (int j = i; j < chars.length; j++) {
          chars[j] = halfOf(chars[j]);
        }
        return new String(chars);
      }
    }
    return text;
  }

  /** Whether a text has nothing but blanks. */
  public static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!blank(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static String narrow(String text, int from) {
    char[] chars = text.toCharArray();
    for (int i = from; i < chars.length; i++) {
      if (wideAlphanumeric(chars[i])) {
        chars[i] = (char) (chars[i] - WIDTH);
      }
    }
    return new String(chars);
  }

  private static boolean wideAlphanumeric(char c) {
    return c >= '０' && ((c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ'));
  }

  private static char halfOf(char c) {
    if (c >= '！' && c <= '～') {
      return (char) (c - WIDTH);
    }
    return c == '\u3000' || c == '\u00a0' ? ' ' : c;
  }

  static boolean blank(char c) {
    if (c <= ' ') {
      return true;
    }
    return c >= '\u0085'
        && (c == '\u3000'
            || c == '\u00a0'
            || c == '\ufeff'
            || c == '\u0085'
            || (c >= '\u2000' && c <= '\u200b')
            || c == '\u2028'
            || c == '\u2029');
  }
}
