package hallmetrics.record;

import java.util.ArrayList;
import java.util.List;

/**
 * Walks a CSV once, character by character, as its strict parser will, to find damage before any
 * record counts and the places where it can be cut. Fed with bytes (widened) where no trail byte
 * can be taken for a quote, a line end or the delimiter, else with decoded characters.
 */
final class CsvScan {
  /** Longest field, in units fed. */
  static final int LONGEST_FIELD = 8 << 20;

  private static final int RECORD = 0;
  private static final int FIELD = 1;
  private static final int PLAIN = 2;
  private static final int QUOTED = 3;
  private static final int CLOSED = 4;

  /** A place where a record begins. */
  record Cut(long offset, long line) {}

  private final char delimiter;
  private final int headerRow;
  private final long target;
  private final List<Cut> cuts = new ArrayList<>();

  private int state = RECORD;
  private boolean afterReturn;
  private long base;
  private long line = 1;
  private long records;
  private int fields;
  private int width = -1;
  private long fieldStart;
  private long quoteLine;
  private long recordLine;
  private int delimitersInLine;
  private boolean eatenLine;

  /**
   * A scan.
   *
   * @param headerRow the record that is the header, from 1
   * @param target units between cuts; 0 = never cut
   */
  CsvScan(char delimiter, int headerRow, long target) {
    this.delimiter = delimiter;
    this.headerRow = headerRow;
    this.target = target;
  }

  /** Takes the next units. */
  void feed(char[] units, int length) {
    int i = 0;
    while (i < length) {
      char c = units[i];
      switch (state) {
        case QUOTED -> i = quoted(units, i, length);
        case PLAIN -> i = plain(units, i, length);
        case CLOSED -> {
          closed(c);
          i++;
        }
        default -> {
          open(c, base + i);
          i++;
        }
      }
    }
    base += length;
    if (base - fieldStart > LONGEST_FIELD && (state == QUOTED || state == PLAIN)) {
      throw state == QUOTED ? unclosed(quoteLine) : tooLong();
    }
  }

  /** Ends the file; the number of non-empty records, the header's too. */
  long finish() {
    if (state == QUOTED) {
      throw unclosed(quoteLine);
    }
    if (state != RECORD) {
      endRecord();
    }
    return records;
  }

  /** Where records begin, at least {@code target} units apart, ascending. */
  List<Cut> cuts() {
    return cuts;
  }

  private void open(char c, long offset) {
    if (state == RECORD) {
      if (c == '\n' && afterReturn) {
        afterReturn = false;
        return;
      }
      afterReturn = false;
      if (c == '\r' || c == '\n') {
        lineEnd(c);
        return;
      }
      beginRecord(offset);
    }
    fieldStart = offset;
    if (c == '"') {
      state = QUOTED;
      quoteLine = line;
      delimitersInLine = 0;
    } else if (c == delimiter) {
      fields++;
      state = FIELD;
    } else if (c == '\r' || c == '\n') {
      endRecord();
      lineEnd(c);
    } else {
      state = PLAIN;
    }
  }

  private void beginRecord(long offset) {
    if (target > 0
        && records >= headerRow
        && offset - (cuts.isEmpty() ? 0 : cuts.get(cuts.size() - 1).offset()) >= target) {
      cuts.add(new Cut(offset, line));
    }
    recordLine = line;
    fields = 1;
    eatenLine = false;
    state = FIELD;
  }

  private int plain(char[] units, int from, int length) {
    for (int i = from; i < length; i++) {
      char c = units[i];
      if (c == delimiter) {
        fields++;
        state = FIELD;
        return i + 1;
      }
      if (c == '\r' || c == '\n') {
        endRecord();
        lineEnd(c);
        return i + 1;
      }
    }
    return length;
  }

  private int quoted(char[] units, int from, int length) {
    for (int i = from; i < length; i++) {
      char c = units[i];
      if (c == '"') {
        state = CLOSED;
        return i + 1;
      }
      if (c == delimiter) {
        delimitersInLine++;
      } else if (c == '\n' || c == '\r') {
        if (c == '\r' || !afterReturn) {
          eatenLine |= width > 1 && line > quoteLine && delimitersInLine == width - 1;
          delimitersInLine = 0;
          line++;
        }
        afterReturn = c == '\r';
        continue;
      }
      afterReturn = false;
    }
    return length;
  }

  private void closed(char c) {
    afterReturn = false;
    if (c == '"') {
      state = QUOTED;
    } else if (c == delimiter) {
      fields++;
      state = FIELD;
    } else if (c == '\r' || c == '\n') {
      endRecord();
      lineEnd(c);
    } else {
      throw line > quoteLine ? unclosed(quoteLine) : stray();
    }
  }

  private void lineEnd(char c) {
    line++;
    afterReturn = c == '\r';
    state = RECORD;
  }

  private void endRecord() {
    records++;
    if (records == headerRow) {
      width = fields;
    } else if (records > headerRow && fields != width && eatenLine) {
      throw unclosed(recordLine);
    }
    state = RECORD;
  }

  private static RefusedException unclosed(long line) {
    return RefusedException.at(
        "unclosed-quote", "第 " + line + " 行", "引号在第 " + line + " 行打开后没有正确关闭，其后的记录会被吞掉，整份文件未读入。");
  }

  private RefusedException stray() {
    return RefusedException.at(
        "stray-quote", "第 " + line + " 行", "第 " + line + " 行的引号之后还有别的字符；字段内的引号应写成两个。");
  }

  private RefusedException tooLong() {
    return RefusedException.at(
        "field-too-long", "第 " + line + " 行", "第 " + line + " 行有超过 8 MB 的字段，文件可能不是所说的格式。");
  }
}
