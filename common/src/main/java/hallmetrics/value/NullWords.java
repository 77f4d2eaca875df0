package hallmetrics.value;

import java.util.Set;

/** Words that stand for "no value" in an otherwise filled cell. */
public final class NullWords {
  /**
   * Of identifiers: a source's system writes 无 or 0 where it knows no number, and a link or a
   * pseudonym of such a word would join strangers.
   */
  public static final Set<String> OF_IDENTIFIERS =
      Set.of(
          "无", "—", "——", "－", "-", "--", "/", "\\", "0", "空", "暂无", "不详", "未知", "匿名", "未提供",
          "null", "NULL", "Null", "None", "N/A", "n/a", "(null)");

  /** Of numbers and dates, where 0 is a number. */
  public static final Set<String> OF_NUMBERS =
      Set.of(
          "无", "—", "——", "－", "-", "--", "/", "空", "暂无", "null", "NULL", "Null", "None", "N/A",
          "n/a", "(null)");

  private NullWords() {}

  /** Whether a cleaned identifier is made of zeros only (000000, 00000000000). */
  public static boolean allZeros(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '0') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
