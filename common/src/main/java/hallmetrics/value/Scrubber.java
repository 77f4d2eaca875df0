package hallmetrics.value;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes direct identifiers out of free text and keeps the rest: mobile and fixed phones, identity
 * and bank card numbers (also grouped, full-width or in Chinese numerals), e-mail addresses and
 * vehicle plates become 〔手机号〕 and the like. Names and street addresses are not recognised: text
 * stays personal information and is never printed in public pages.
 */
public final class Scrubber {
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,6}");
  private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领";
  private static final Pattern PLATE =
      Pattern.compile(
          "["
              + PROVINCES
              + "]\\s?[A-HJ-NP-Za-hj-np-z]\\s?[·•.\\-]?\\s?"
              + "[A-HJ-NP-Za-hj-np-z0-9]{4,5}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳]"
              + "(?![A-Za-z0-9])");

  private Scrubber() {}

  /** The text without direct identifiers; the same instance when it holds none. */
  public static String scrub(String text) {
    if (!suspicious(text)) {
      return text;
    }
    String half = Text.half(text);
    String once = half.indexOf('@') < 0 ? text : replace(EMAIL, half, text, "〔邮箱〕");
    String twice = withoutPlates(once);
    List<DigitRuns.Found> found = DigitRuns.find(twice);
    if (found.isEmpty()) {
      return twice;
    }
    StringBuilder clean = new StringBuilder(twice.length());
    int kept = 0;
    for (DigitRuns.Found number : found) {
      clean.append(twice, kept, number.start()).append(number.kind().placeholder());
      kept = number.end();
    }
    return clean.append(twice, kept, twice.length()).toString();
  }

  /** The text without number plates. */
  static String withoutPlates(String text) {
    return replace(PLATE, Text.half(text), text, "〔车牌号〕");
  }

  /** The text with mail addresses replaced. */
  static String withoutMail(String text) {
    return replace(EMAIL, Text.half(text), text, "〔邮箱〕");
  }

  /** Whether there is an at sign, or digits enough for a plate; cheap and never wrong by "no". */
  private static boolean suspicious(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '@' || c == '＠') {
        return true;
      }
      if (c < '0' || (c > '9' && c < '〇')) {
        digits += latin(c) ? 1 : 0;
      } else if (c <= '9' || c >= '！' || "〇零一二三四五六七八九幺".indexOf(c) >= 0) {
        digits++;
      }
      if (digits >= 5) {
        return true;
      }
    }
    return false;
  }

  private static boolean latin(char c) {
    char lower = (char) (c | 32);
    return lower >= 'a' && lower <= 'z';
  }

  /** Replaces in {@code text} what is found at the same places of its half-width copy. */
  private static String replace(Pattern pattern, String half, String text, String placeholder) {
    Matcher matcher = pattern.matcher(half);
    if (!matcher.find()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    int kept = 0;
    do {
      clean.append(text, kept, matcher.start()).append(placeholder);
      kept = matcher.end();
    } while (matcher.find());
    return clean.append(text, kept, text.length()).toString();
  }
}
