package hallmetrics.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds numbers of persons among the digits of a text, also where they are grouped ("138 1234
 * 5678"), full-width or written in Chinese numerals. Works on a copy of the same length, so that
 * positions fit the original.
 */
final class DigitRuns {
  private static final String HAN = "〇零一二三四五六七八九幺";
  private static final String HAN_DIGITS = "001234567891";
  private static final int MOST_GROUPS = 11;

  /** A number found: where it stands and what it is. */
  record Found(int start, int end, Kind kind) {}

  /** What a number of a person may be. */
  enum Kind {
    MOBILE("〔手机号〕"),
    ID("〔身份证号〕"),
    CARD("〔银行卡号〕"),
    LANDLINE("〔电话〕");

    private final String placeholder;

    Kind(String placeholder) {
      this.placeholder = placeholder;
    }

    String placeholder() {
      return placeholder;
    }
  }

  private record Group(int start, int end) {
    int length() {
      return end - start;
    }
  }

  private final char[] plain;
  private final List<Group> groups = new ArrayList<>();

  private DigitRuns(String text) {
    this.plain = plain(text);
    int at = 0;
    while (at < plain.length) {
      int start = at;
      // 王五138…: a numeral that ends a name is no part of the number behind it
      while (at < plain.length && digit(plain[at]) && han(text, at) == han(text, start)) {
        at++;
      }
      if (at > start) {
        groups.add(new Group(start, at));
      } else {
        at++;
      }
    }
  }

  /** The text with every digit, full-width or Chinese, as 0–9; same length. */
  static char[] plain(String text) {
    char[] chars = Text.half(text).toCharArray();
    for (int i = 0; i < chars.length; i++) {
      int han = chars[i] < '〇' ? -1 : HAN.indexOf(chars[i]);
      if (han >= 0) {
        chars[i] = HAN_DIGITS.charAt(han);
      }
    }
    return chars;
  }

  /** Every number of a person, in order, none overlapping. */
  static List<Found> find(String text) {
    DigitRuns runs = new DigitRuns(text);
    List<Found> found = new ArrayList<>();
    int i = 0;
    while (i < runs.groups.size()) {
      int taken = runs.takeFrom(i, found);
      i += Math.max(taken, 1);
    }
    return found;
  }

  private int takeFrom(int first, List<Found> found) {
    StringBuilder digits = new StringBuilder();
    for (int i = first; i < groups.size() && i - first < MOST_GROUPS; i++) {
      Group group = groups.get(i);
      if (i > first && (!joined(groups.get(i - 1).end(), group.start()) || alone(group))) {
        break;
      }
      digits.append(plain, group.start(), group.length());
      if (digits.length() > 19) {
        break;
      }
      boolean x = group.end() < plain.length && (plain[group.end()] | 32) == 'x';
      Kind kind = kind(digits, x && digits.length() == 17, i - first + 1, first, i);
      if (kind != null) {
        int end = group.end() + (x && digits.length() == 17 ? 1 : 0);
        found.add(new Found(start(first, kind), end, kind));
        return i - first + 1;
      }
    }
    return 0;
  }

  /** A mobile's country code belongs to it. */
  private int start(int first, Kind kind) {
    int start = groups.get(first).start();
    return kind == Kind.MOBILE && start > 0 && plain[start - 1] == '+' ? start - 1 : start;
  }

  private @Nullable Kind kind(CharSequence digits, boolean x, int count, int first, int last) {
    String number = digits.toString();
    int length = number.length();
    if (Identity.mobile(number)
        || (length == 13 && number.startsWith("86") && Identity.mobile(number.substring(2)))) {
      return Kind.MOBILE;
    }
    if (x || (length == 18 && ResidentId.shaped(number)) || (count == 1 && length == 15)) {
      return Kind.ID;
    }
    boolean wholeGroups = count == 1 || fours(first, last);
    if (length >= 16 && length <= 19 && wholeGroups && !following(last)) {
      return Kind.CARD;
    }
    boolean landline = number.startsWith("0") && number.length() > 1 && number.charAt(1) != '0';
    return landline && length >= 10 && length <= 12 && count <= 2 && areaCode(first, count)
        ? Kind.LANDLINE
        : null;
  }

  private boolean areaCode(int first, int count) {
    int length = groups.get(first).length();
    return count == 1 || length == 3 || length == 4;
  }

  /** Whether groups are 6222 0200 1234 5678 901: fours, the last perhaps shorter. */
  private boolean fours(int first, int last) {
    for (int i = first; i < last; i++) {
      if (groups.get(i).length() != 4) {
        return false;
      }
    }
    return groups.get(last).length() <= 4;
  }

  private boolean following(int last) {
    return last + 1 < groups.size()
        && joined(groups.get(last).end(), groups.get(last + 1).start())
        && groups.get(last + 1).length() <= 3
        && groups.get(last).length() == 4;
  }

  /** Whether a group is a number of a person by itself and so never the tail of another. */
  private boolean alone(Group group) {
    return group.length() >= 11
        && group.length() <= 19
        && !(group.length() == 13 && plain[group.start()] != '8');
  }

  private boolean joined(int end, int start) {
    if (start - end > 3) {
      return false;
    }
    for (int i = end; i < start; i++) {
      char c = plain[i];
      if (!Text.blank(c) && "-‐‑–—_.·•".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean han(String text, int at) {
    return text.charAt(at) >= '〇' && text.charAt(at) < '！';
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
