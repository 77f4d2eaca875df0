package hallmetrics.record;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import org.jspecify.annotations.Nullable;

/** Turns the parser's slices into records of texts, with one instance for a repeated text. */
final class CsvCells extends AbstractBaseCsvCallbackHandler<RawRecord> {
  private final int width;
  private final long lineShift;
  private final CellCache[] caches;
  private String[] cells;
  private long line;
  private boolean filled;
  private long toSkip;

  CsvCells(int width, long firstLine) {
    this.width = width;
    this.lineShift = firstLine - 1;
    this.caches = new CellCache[width];
    for (int i = 0; i < width; i++) {
      caches[i] = new CellCache();
    }
    this.cells = new String[width];
  }

  /** Leaves the next records out. */
  void skip(long records) {
    toSkip = records;
  }

  /** The line of the record read last. */
  long line() {
    return line;
  }

  @Override
  protected void handleBegin(long startingLine) {
    line = startingLine + lineShift;
    cells = new String[width];
    filled = false;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    if (!filled) {
      filled = hasText(buffer, offset, length);
    }
    if (index < width) {
      cells[index] = length == 0 ? "" : caches[index].text(buffer, offset, length);
    }
  }

  @Override
  protected @Nullable RawRecord buildRecord() {
    if (getRecordType() == RecordType.EMPTY) {
      return null;
    }
    if (toSkip > 0) {
      toSkip--;
      return null;
    }
    if (!filled) {
      return null;
    }
    for (int i = getFieldCount(); i < width; i++) {
      cells[i] = "";
    }
    return new RawRecord(line, cells, getFieldCount());
  }

  private static boolean hasText(char[] buffer, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      char c = buffer[i];
      if (c > ' ' && c != '\u3000' && c != '\u00a0' && c != '\ufeff') {
        return true;
      }
    }
    return false;
  }
}
