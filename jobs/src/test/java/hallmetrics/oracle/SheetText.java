package hallmetrics.oracle;

import hallmetrics.oracle.SplitText.Line;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook as text: dates in ISO form, a date without a time as the date. */
final class SheetText {

  private static final LocalDateTime EPOCH = LocalDateTime.of(1899, 12, 30, 0, 0);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

  private SheetText() {}

  /** The rows from the header row (counted from 1) on. */
  static List<Line> of(Path file, int headerRow) throws IOException {
    List<Line> lines = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook book = new ReadableWorkbook(in, new ReadingOptions(true, false))) {
      for (Row row : book.getFirstSheet().read()) {
        if (row.getRowNum() >= headerRow) {
          lines.add(new Line(row.getRowNum(), cells(row)));
        }
      }
    }
    int width = lines.get(0).cells().size();
    lines.forEach(line -> pad(line.cells(), width));
    lines.removeIf(line -> line.cells().stream().allMatch(String::isEmpty));
    return lines;
  }

  private static void pad(List<String> cells, int width) {
    if (cells.size() < width) {
      cells.addAll(Collections.nCopies(width - cells.size(), ""));
    }
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (Cell cell : row) {
      cells.add(text(cell));
    }
    while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
      cells.remove(cells.size() - 1);
    }
    return cells;
  }

  private static String text(@Nullable Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    if (cell.getType() != CellType.NUMBER) {
      return cell.getText();
    }
    String format = cell.getDataFormatString();
    BigDecimal number = cell.asNumber();
    if (format == null || !format.contains("yy")) {
      return number.stripTrailingZeros().toPlainString();
    }
    BigDecimal millis =
        number.multiply(BigDecimal.valueOf(86_400_000)).setScale(0, RoundingMode.HALF_UP);
    LocalDateTime time = EPOCH.plus(Duration.ofMillis(millis.longValueExact()));
    return time.format(format.contains("h") ? TIME : DAY);
  }
}
