package hallmetrics.theme;

import java.awt.Font;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaks text into lines by the rules of Chinese typesetting (no line begins with 。，）). */
public final class TextFlow {
  /** Signs after which k/n and a—b may go on in the next line. */
  private static final String SIGNS = "/—";

  /** Marks no line begins with. */
  private static final String CLOSING = "，。；：、）】》”！？";

  private TextFlow() {}

  /**
   * The lines of a text in a column. A piece that has no break and does not fit is broken between
   * characters, so that no line is ever wider than the column.
   *
   * @param width of the column in points, wider than one character
   */
  public static List<String> lines(String text, Font font, double width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      wrap(paragraph, font, width, lines);
    }
    return lines;
  }

  private static void wrap(String text, Font font, double width, List<String> lines) {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.CHINA);
    breaks.setText(text);
    StringBuilder line = new StringBuilder();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      if (to < text.length() && inNumber(text, to)) {
        continue;
      }
      String piece = text.substring(from, to);
      from = to;
      if (fits(line + piece, font, width)) {
        line.append(piece);
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(forced(piece, font, width, lines));
    }
    lines.add(line.toString().stripTrailing());
  }

  /** Whether a break would part a number, or k/n before its bar. */
  private static boolean inNumber(String text, int at) {
    char before = text.charAt(at - 1);
    char after = text.charAt(at);
    boolean digits = Character.isDigit(after) && (Character.isDigit(before) || before == ',');
    return digits || SIGNS.indexOf(after) >= 0;
  }

  /** Adds whole lines of an unbreakable piece; what remains begins the next line. */
  private static String forced(String piece, Font font, double width, List<String> lines) {
    String rest = piece;
    while (!rest.isEmpty() && !fits(rest, font, width)) {
      int end = end(rest, font, width);
      lines.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    return rest;
  }

  /** Where a line of the piece ends: after a sign between two numbers, else where it is full. */
  private static int end(String piece, Font font, double width) {
    int full = piece.offsetByCodePoints(0, 1);
    int sign = 0;
    while (full < piece.length()) {
      int next = piece.offsetByCodePoints(full, 1);
      if (!fits(piece.substring(0, next), font, width)) {
        break;
      }
      full = next;
      sign = SIGNS.indexOf(piece.codePointBefore(full)) >= 0 ? full : sign;
    }
    int end = sign > 0 ? sign : full;
    while (end < piece.length() && end > 1 && CLOSING.indexOf(piece.charAt(end)) >= 0) {
      end = piece.offsetByCodePoints(end, -1);
    }
    return end;
  }

  private static boolean fits(String text, Font font, double width) {
    return Fonts.width(text.stripTrailing(), font) <= width;
  }
}
