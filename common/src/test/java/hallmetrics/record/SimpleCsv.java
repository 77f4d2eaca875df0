package hallmetrics.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An independent, slow and plain reader of CSV text, to compare with. */
final class SimpleCsv {
  private SimpleCsv() {}

  /** The records (lines with nothing left out), or null when the quotes are broken. */
  static @Nullable List<List<String>> read(String text, char delimiter) {
    List<List<String>> records = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == '\n' || text.charAt(at) == '\r') {
        at++;
        continue;
      }
      List<String> record = new ArrayList<>();
      boolean more = true;
      while (more) {
        StringBuilder cell = new StringBuilder();
        if (at < text.length() && text.charAt(at) == '"') {
          at = quoted(text, at + 1, cell);
          if (at < 0 || (at < text.length() && !ends(text.charAt(at), delimiter))) {
            return null;
          }
        } else {
          while (at < text.length() && !ends(text.charAt(at), delimiter)) {
            cell.append(text.charAt(at++));
          }
        }
        record.add(cell.toString());
        more = at < text.length() && text.charAt(at) == delimiter;
        at += more ? 1 : 0;
      }
      records.add(record);
      at++;
    }
    return records;
  }

  private static boolean ends(char c, char delimiter) {
    return c == delimiter || c == '\n' || c == '\r';
  }

  private static int quoted(String text, int from, StringBuilder cell) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        cell.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        cell.append('"');
        at++;
      } else {
        return at;
      }
    }
    return -1;
  }
}
