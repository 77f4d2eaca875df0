package hallmetrics.oracle;

import java.util.ArrayList;
import java.util.List;

/** Splits delimited text with RFC 4180 quotes into records; quoted line ends stay in the field. */
final class SplitText {

  /** One record and the line of the file it begins on. */
  record Line(long line, List<String> cells) {}

  /** All records of a text, and whether the text ended inside a quote. */
  record Split(List<Line> lines, boolean unclosed) {}

  private final String text;
  private final char delimiter;
  private final List<Line> lines = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private List<String> cells = new ArrayList<>();
  private boolean quoted;
  private long line = 1;
  private long begun = 1;

  private SplitText(String text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
  }

  static Split of(String text, char delimiter) {
    return new SplitText(text, delimiter).split();
  }

  private Split split() {
    int at = text.startsWith("\uFEFF") ? 1 : 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        line++;
      }
      at = quoted ? inside(at, c) : outside(at, c);
    }
    if (cell.length() > 0 || !cells.isEmpty()) {
      endRecord();
    }
    return new Split(lines, quoted);
  }

  private int inside(int at, char c) {
    if (c != '"') {
      cell.append(c);
      return at + 1;
    }
    if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
      cell.append('"');
      return at + 2;
    }
    quoted = false;
    return at + 1;
  }

  private int outside(int at, char c) {
    if (c == delimiter) {
      endCell();
    } else if (c == '\n') {
      endRecord();
    } else if (c == '"' && cell.length() == 0) {
      quoted = true;
    } else if (c != '\r') {
      cell.append(c);
    }
    return at + 1;
  }

  private void endCell() {
    cells.add(cell.toString());
    cell.setLength(0);
  }

  private void endRecord() {
    endCell();
    boolean blank = cells.size() == 1 && cells.get(0).isEmpty();
    if (!blank) {
      lines.add(new Line(begun, cells));
    }
    cells = new ArrayList<>();
    begun = line;
  }
}
