package hallmetrics.command;

import java.util.ArrayList;
import java.util.List;

/** Lines up cells in columns, Chinese characters counting two. */
final class Columns {
  private Columns() {}

  /** A line a row, the head first; all rows have as many cells as the head. */
  static List<String> lines(List<String> head, List<List<String>> rows) {
    List<List<String>> cells = new ArrayList<>(List.of(head));
    cells.addAll(rows);
    int[] widths = new int[head.size()];
    for (List<String> line : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(line.get(i)));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> line : cells) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        text.append(line.get(i)).append(" ".repeat(widths[i] - width(line.get(i)) + 2));
      }
      lines.add(text.toString().stripTrailing());
    }
    return lines;
  }

  private static int width(String text) {
    return text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
  }
}
