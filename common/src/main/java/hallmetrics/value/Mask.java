package hallmetrics.value;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What may be shown of a value that was rejected: enough to recognise a code, a date or a typing
 * error, never a direct identifier. 138****5678, 3601**********1234, 张*, long texts as their
 * length.
 */
public final class Mask {
  private static final int LONGEST = 40;
  private static final String SURNAMES =
      "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆"
          + "汪范廖石金韦贾夏付傅邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛郝顾龚邵覃武钱戴严莫孔向汤温康施文牛樊葛邢安齐"
          + "欧阮俞聂翁";

  private static final Pattern PLACE =
      Pattern.compile(
          "[\\p{IsHan}（）()·]{2,19}"
              + "(区|县|市|州|盟|旗|省|镇|乡|村|街道|局|厅|委员会|办公室|院|所|站|处|支队|中心|大厅|窗口|部门|园|本级)");

  private Mask() {}

  /** The text without direct identifiers, at most 40 characters. */
  public static String of(String text) {
    String plain = Text.clean(text);
    if (plain.length() > LONGEST) {
      return "〔" + plain.codePointCount(0, plain.length()) + " 字〕";
    }
    String noMail = plain.indexOf('@') >= 0 || plain.indexOf('＠') >= 0 ? "〔邮箱〕" : plain;
    return names(longDigits(numbers(Scrubber.withoutPlates(noMail))));
  }

  /**
   * What may be shown of a value in a column of districts, halls or bodies: codes, and what ends as
   * the names of such do. Anything else may be a person's name or words of his, where a source was
   * mapped wrongly: its first character.
   */
  public static String place(String text) {
    String masked = of(text);
    boolean words = text.codePoints().anyMatch(Character::isIdeographic);
    return !masked.equals(text) || !words || PLACE.matcher(text).matches()
        ? masked
        : text.substring(0, text.offsetByCodePoints(0, 1)) + "**";
  }

  /**
   * A file's name without mail addresses and numbers of persons; dates, sequence numbers and words
   * stay, since a sender must recognise the file.
   */
  public static String fileName(String name) {
    return numbers(Scrubber.withoutMail(name));
  }

  /** A path as it may be printed: its last name as {@link #fileName}. */
  public static String path(Path file) {
    Path name = file.getFileName();
    return name == null
        ? file.toString()
        : file.resolveSibling(fileName(name.toString())).toString();
  }

  /**
   * The number a record is known by. Case numbers are long runs of digits too, so it is masked only
   * where the whole of it is a mobile or identity number.
   */
  public static String recordNumber(String number) {
    String plain = new String(DigitRuns.plain(number)).strip();
    return Identity.mobile(plain) || ResidentId.shaped(plain) ? numbers(number) : number;
  }

  /** The text with mobile, identity, card and fixed phone numbers shown in part only. */
  public static String numbers(String text) {
    StringBuilder masked = new StringBuilder(text);
    for (DigitRuns.Found number : DigitRuns.find(text)) {
      boolean mobile = number.kind() == DigitRuns.Kind.MOBILE;
      int count = 0;
      for (int i = number.start(); i < number.end(); i++) {
        count += Character.isLetterOrDigit(text.charAt(i)) ? 1 : 0;
      }
      hideBetween(masked, number, mobile ? count - 8 : 4, count < 11 ? 2 : 4, count);
    }
    return masked.toString();
  }

  /** Hides all but the first and last digits; what stands between them keeps its place. */
  private static void hideBetween(
      StringBuilder text, DigitRuns.Found number, int head, int tail, int count) {
    int seen = 0;
    for (int i = number.start(); i < number.end(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        if (seen >= head && seen < count - tail) {
          text.setCharAt(i, '*');
        }
        seen++;
      }
    }
  }

  /** Seven and more digits in a row are shown only where they begin like a date. */
  private static String longDigits(String text) {
    char[] plain = DigitRuns.plain(text);
    StringBuilder masked = new StringBuilder(text);
    int at = 0;
    while (at < plain.length) {
      int start = at;
      while (at < plain.length && plain[at] >= '0' && plain[at] <= '9') {
        at++;
      }
      if (at - start >= 7 && !dateLike(plain, start, at)) {
        hide(masked, start + 3, at - 2);
      }
      at = Math.max(at, start + 1);
    }
    return masked.toString();
  }

  private static boolean dateLike(char[] plain, int start, int end) {
    boolean century =
        (plain[start] == '1' && plain[start + 1] == '9')
            || (plain[start] == '2' && plain[start + 1] == '0');
    return century && (end - start == 8 || end - start == 12 || end - start == 14);
  }

  /** Two to four Han characters beginning with a common surname are taken for a name. */
  private static String names(String text) {
    StringBuilder masked = new StringBuilder(text);
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && han(text.charAt(at))) {
        at++;
      }
      int length = at - start;
      if (length >= 2 && length <= 4 && SURNAMES.indexOf(text.charAt(start)) >= 0) {
        hide(masked, start + 1, at);
      }
      at = Math.max(at, start + 1);
    }
    return masked.toString();
  }

  private static boolean han(char c) {
    return c >= '\u4e00' && c <= '\u9fff';
  }

  private static void hide(StringBuilder text, int from, int to) {
    for (int i = Math.max(from, 0); i < to; i++) {
      text.setCharAt(i, '*');
    }
  }
}
