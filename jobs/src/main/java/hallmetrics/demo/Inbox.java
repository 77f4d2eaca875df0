package hallmetrics.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder the foreign systems deliver into, and the list of what was delivered. */
final class Inbox {
  /**
   * How a text file of a source is written.
   *
   * @param source name of the source
   * @param folder folder below the inbox
   * @param prefix begin of the file name, before date and sequence
   * @param suffix end of the file name with its dot
   */
  record Shape(
      String source,
      String folder,
      String prefix,
      String suffix,
      Charset charset,
      boolean mark,
      char delimiter) {
    String path(LocalDate asOf, int sequence) {
      String date = asOf.toString().replace("-", "");
      return folder + "/" + prefix + date + "_" + sequence + suffix;
    }
  }

  /**
   * How a spreadsheet of a source is written.
   *
   * @param prefix folder and begin of the file name, before the date
   */
  record LedgerShape(
      String source, String prefix, String sheet, String title, List<String> header) {}

  private final Path root;
  private final List<DeliveredFile> files = Collections.synchronizedList(new ArrayList<>());

  Inbox(Path root) {
    this.root = root;
  }

  /** What was written, by day and path: writers may run side by side. */
  List<DeliveredFile> files() {
    List<DeliveredFile> all = new ArrayList<>(List.of(files.toArray(DeliveredFile[]::new)));
    all.sort(Comparator.comparing(DeliveredFile::asOf).thenComparing(DeliveredFile::path));
    return all;
  }

  Path root() {
    return root;
  }

  void add(DeliveredFile file) {
    files.add(file);
  }

  Path resolve(String path) {
    Path target = root.resolve(path);
    try {
      Files.createDirectories(target.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return target;
  }

  /** Writes a text file with a header and notes it as readable; nothing to say, no file. */
  void write(
      Shape shape,
      LocalDate asOf,
      int sequence,
      String[] header,
      List<String[]> rows,
      Map<String, Integer> rejected) {
    if (rows.isEmpty()) {
      return;
    }
    String path = shape.path(asOf, sequence);
    text(shape, path, header, rows);
    add(new DeliveredFile(shape.source(), path, asOf, rows.size(), rejected, null, null));
  }

  /** Writes a text file without noting it. */
  void text(Shape shape, String path, String[] header, List<String[]> rows) {
    try {
      Writer writer =
          new BufferedWriter(
              new OutputStreamWriter(Files.newOutputStream(resolve(path)), shape.charset()));
      if (shape.mark()) {
        writer.write('\uFEFF');
      }
      try (CsvWriter csv =
          CsvWriter.builder()
              .fieldSeparator(shape.delimiter())
              .lineDelimiter(LineDelimiter.CRLF)
              .build(writer)) {
        csv.writeRecord(header);
        rows.forEach(csv::writeRecord);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a spreadsheet of a period and notes it as readable; no row, no file. */
  void ledger(LedgerShape shape, Period period, List<@Nullable Object[]> rows) {
    ledger(shape, period, rows, Map.of());
  }

  /** Writes a spreadsheet some of whose rows must be rejected. */
  void ledger(
      LedgerShape shape,
      Period period,
      List<@Nullable Object[]> rows,
      Map<String, Integer> rejected) {
    if (rows.isEmpty()) {
      return;
    }
    String day = Moment.CHINESE.format(period.asOf());
    String path = shape.prefix() + period.asOf() + ".xlsx";
    Ledger.write(
        resolve(path), shape.sheet(), shape.title() + "（截至" + day + "）", shape.header(), rows);
    add(new DeliveredFile(shape.source(), path, period.asOf(), rows.size(), rejected, null, null));
  }

  /** Repeats a delivered file's bytes under another name. */
  void repeat(DeliveredFile file, String path, LocalDate asOf) {
    try {
      Files.write(resolve(path), Files.readAllBytes(root.resolve(file.path())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    add(
        new DeliveredFile(
            file.source(), path, asOf, file.records(), file.rejected(), null, file.path()));
  }
}
