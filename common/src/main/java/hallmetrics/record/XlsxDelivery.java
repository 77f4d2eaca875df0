package hallmetrics.record;

import hallmetrics.source.SourceSpec;
import hallmetrics.value.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Reads one sheet of a workbook, row by row; wholly empty rows are no records. */
final class XlsxDelivery implements DeliveryReader {
  private final List<String> header;
  private final int headerRow;
  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final XlsxCell cells;

  XlsxDelivery(SourceSpec source, DeliverySplit split, List<String> header) throws IOException {
    this.header = header;
    this.headerRow = source.headerRow();
    Path file = Path.of(split.path());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      this.cells = new XlsxCell(XlsxParts.from1904(zip));
    }
    this.workbook = open(file);
    try {
      this.stream = sheet(workbook, source.sheet()).openStream();
      this.rows = stream.iterator();
    } catch (IOException | RuntimeException failed) {
      workbook.close();
      throw failed;
    }
  }

  /** The names of the header row. */
  static List<String> header(SourceSpec source, DeliverySplit whole) throws IOException {
    try (XlsxDelivery delivery = new XlsxDelivery(source, whole, List.of())) {
      for (Row row = delivery.row(); row != null; row = delivery.row()) {
        if (row.getRowNum() == source.headerRow()) {
          List<String> names = delivery.texts(row);
          if (!names.isEmpty()) {
            return HeaderCheck.names(names);
          }
        }
        if (row.getRowNum() >= source.headerRow()) {
          break;
        }
      }
    }
    throw RefusedException.at(
        "no-header", "第 " + source.headerRow() + " 行", "工作表的第 " + source.headerRow() + " 行没有表头。");
  }

  private static ReadableWorkbook open(Path file) throws IOException {
    try {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
    } catch (ExcelReaderException noStyles) {
      return withoutStyles(file);
    }
  }

  /** A workbook without a styles part has no dates to recognise; all else is there. */
  private static ReadableWorkbook withoutStyles(Path file) throws IOException {
    try {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
    } catch (ExcelReaderException broken) {
      throw XlsxGuard.damaged("工作簿", "缺少必要的部分");
    }
  }

  private static Sheet sheet(ReadableWorkbook workbook, @Nullable String name) {
    List<Sheet> sheets = workbook.getSheets().toList();
    for (Sheet sheet : sheets) {
      boolean wanted =
          name == null
              ? sheet.getVisibility() == SheetVisibility.VISIBLE
              : sheet.getName().strip().equals(name.strip());
      if (wanted) {
        return sheet;
      }
    }
    List<String> known = sheets.stream().map(Sheet::getName).toList();
    throw RefusedException.at(
        "no-such-sheet", "", "没有工作表 '" + (name == null ? "可见的" : name) + "'，文件里有 " + known + "。");
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public @Nullable RawRecord next() {
    for (Row row = row(); row != null; row = row()) {
      if (row.getRowNum() > headerRow) {
        List<String> texts = texts(row);
        if (!texts.isEmpty()) {
          return record(row.getRowNum(), texts);
        }
      }
    }
    return null;
  }

  private RawRecord record(int line, List<String> texts) {
    String[] values = new String[header.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i < texts.size() ? texts.get(i) : "";
    }
    return new RawRecord(line, values, Math.max(values.length, texts.size()));
  }

  private @Nullable Row row() {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (ExcelReaderException | IllegalStateException | NumberFormatException broken) {
      throw XlsxGuard.damaged("工作表", "读到一半出错，可能已损坏");
    }
  }

  /** The texts up to the last cell that has any. */
  private List<String> texts(Row row) {
    List<String> texts = new ArrayList<>(row.getCellCount());
    int last = 0;
    for (int i = 0; i < row.getCellCount(); i++) {
      Cell cell = row.getCell(i);
      String text = cell == null ? "" : cells.text(cell);
      texts.add(text);
      last = Text.isBlank(text) ? last : i + 1;
    }
    return texts.subList(0, last);
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}
