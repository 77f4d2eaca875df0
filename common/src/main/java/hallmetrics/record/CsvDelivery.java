package hallmetrics.record;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import hallmetrics.source.SourceSpec;
import hallmetrics.value.Text;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a part of a CSV with FastCSV over a decoder that reports what it cannot read. */
final class CsvDelivery implements DeliveryReader {
  private final List<String> header;
  private final CsvCells cells;
  private final CloseableIterator<RawRecord> records;

  CsvDelivery(SourceSpec source, DeliverySplit split, List<String> header) throws IOException {
    this.header = header;
    this.cells = new CsvCells(header.size(), split.firstLine());
    this.records = parser(source, split, cells).iterator();
    if (split.firstLine() == 1) {
      cells.skip(source.headerRow());
    }
  }

  /** The names of the header row, which the first part of a file holds. */
  static List<String> header(SourceSpec source, DeliverySplit first) throws IOException {
    HeaderCells cells = new HeaderCells();
    List<String> row = List.of();
    try (CsvReader<List<String>> rows = parser(source, first, cells)) {
      int seen = 0;
      for (List<String> next : rows) {
        seen++;
        if (seen == source.headerRow()) {
          row = next;
          break;
        }
      }
    }
    if (row.stream().allMatch(Text::isBlank)) {
      throw RefusedException.at("no-header", "第 " + source.headerRow() + " 行", "表头行是空的。");
    }
    return HeaderCheck.names(row);
  }

  private static <T> CsvReader<T> parser(
      SourceSpec source, DeliverySplit split, CsvCallbackHandler<T> handler) throws IOException {
    FileRange bytes = new FileRange(Path.of(split.path()), split.start(), split.end());
    Reader text = new InputStreamReader(bytes, Encodings.decoder(Charset.forName(split.charset())));
    return CsvReader.builder()
        .fieldSeparator(source.delimiter())
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .build(handler, text);
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public @Nullable RawRecord next() {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (CsvParseException damaged) {
      throw RefusedException.at(
          "unclosed-quote", "第 " + cells.line() + " 行起", "引号没有正确关闭，文件在检查之后被改动过。");
    } catch (UncheckedIOException failed) {
      if (failed.getCause() instanceof CharacterCodingException) {
        throw RefusedException.at("undecodable", "第 " + cells.line() + " 行之后", "文件不能解码，在检查之后被改动过。");
      }
      throw failed;
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  /** Takes a row as a list of texts. */
  private static final class HeaderCells extends AbstractBaseCsvCallbackHandler<List<String>> {
    private List<String> row = new ArrayList<>();

    @Override
    protected void handleBegin(long line) {
      row = new ArrayList<>();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      row.add(new String(buffer, offset, length));
    }

    @Override
    protected List<String> buildRecord() {
      return row;
    }
  }
}
