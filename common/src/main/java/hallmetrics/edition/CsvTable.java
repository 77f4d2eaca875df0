package hallmetrics.edition;

import hallmetrics.time.Shanghai;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes an edition's table as CSV for people: UTF-8 with BOM, CRLF, and cells a spreadsheet could
 * take for a formula begun with an apostrophe.
 */
public final class CsvTable {
  private static final String FORMULA = "=+-@\t\r＝＋－＠";

  private CsvTable() {}

  /**
   * Writes the rows in their order, making the folder where there is none.
   *
   * @throws UncheckedIOException if the disk refuses
   */
  public static <R extends Record> void write(Path file, Class<R> type, Iterable<R> rows) {
    RecordShape<R> shape = new RecordShape<>(type);
    try (Writer out = writer(file)) {
      out.write('\uFEFF');
      write(out, shape, rows);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Writer writer(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    return Files.newBufferedWriter(file, StandardCharsets.UTF_8);
  }

  /** Writes a header and the rows to an open writer, without a BOM; the writer stays open. */
  public static <R extends Record> void write(Writer out, Class<R> type, Iterable<R> rows)
      throws IOException {
    write(out, new RecordShape<>(type), rows);
  }

  private static <R extends Record> void write(Writer out, RecordShape<R> shape, Iterable<R> rows)
      throws IOException {
    line(out, shape.columns().stream().map(RecordShape.Column::name).toList());
    for (R row : rows) {
      List<@Nullable Object> cells = new ArrayList<>();
      for (int i = 0; i < shape.columns().size(); i++) {
        cells.add(shape.value(row, i));
      }
      line(out, cells);
    }
  }

  /** Writes one line of cells as every CSV of ours has them; null is an empty cell. */
  public static void line(Writer out, List<? extends @Nullable Object> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      out.write((i == 0 ? "" : ",") + cell(cells.get(i)));
    }
    out.write("\r\n");
  }

  private static String cell(@Nullable Object value) {
    String text = printed(value);
    return value instanceof String ? quoted(text) : text;
  }

  /**
   * A value as tables show it: a whole number has no decimal point, none is printed with a power of
   * ten, an instant is what clocks in Shanghai show with its offset, null is empty.
   */
  public static String printed(@Nullable Object value) {
    if (value instanceof Double number && Double.isFinite(number)) {
      return plain(BigDecimal.valueOf(number));
    }
    if (value instanceof Float number && Float.isFinite(number)) {
      return plain(new BigDecimal(number.toString()));
    }
    if (value instanceof Instant instant) {
      return Shanghai.printed(instant);
    }
    return value instanceof BigDecimal number ? plain(number) : RecordShape.text(value, "");
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static String quoted(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
