package hallmetrics.record;

import hallmetrics.source.SourceSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks through a CSV: encoding, quotes, header, places to cut. */
final class CsvInspection {
  private static final int BUFFER = 1 << 16;

  private CsvInspection() {}

  static Inspection of(SourceSpec source, Path file, long targetBytes) throws IOException {
    Encodings.Found encoding = Encodings.of(file, source.encoding());
    long size = Files.size(file);
    boolean bytes = byteWise(encoding.charset(), source.delimiter());
    CsvScan scan = new CsvScan(source.delimiter(), source.headerRow(), bytes ? targetBytes : 0);
    if (bytes) {
      scanBytes(file, encoding.bom(), size, scan);
    } else {
      scanChars(file, encoding, size, scan);
    }
    long records = scan.finish();
    if (records == 0) {
      throw RefusedException.at("empty-file", "", "文件里没有任何记录，连表头也没有。");
    }
    if (records < source.headerRow()) {
      throw RefusedException.at(
          "no-header", "第 " + source.headerRow() + " 行", "文件只有 " + records + " 行，找不到表头行。");
    }
    List<DeliverySplit> splits = splits(file, encoding, size, scan.cuts());
    List<String> header = CsvDelivery.header(source, splits.get(0));
    return new Inspection(header, encoding.statement(), splits);
  }

  /**
   * Whether the bytes can be walked as they are: of GBK and GB18030 a trail byte may be a digit or
   * anything from 0x40 on, never a quote, a line end, a tab, a comma or a semicolon.
   */
  static boolean byteWise(Charset charset, char delimiter) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return delimiter < 0x80;
    }
    boolean wide =
        charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
    return !wide && delimiter < 0x40 && !(delimiter >= '0' && delimiter <= '9');
  }

  private static void scanBytes(Path file, int from, long size, CsvScan scan) throws IOException {
    byte[] buffer = new byte[BUFFER];
    char[] units = new char[BUFFER];
    try (InputStream in = new FileRange(file, from, size)) {
      for (int read = in.read(buffer, 0, BUFFER); read >= 0; read = in.read(buffer, 0, BUFFER)) {
        for (int i = 0; i < read; i++) {
          units[i] = (char) (buffer[i] & 0xFF);
        }
        scan.feed(units, read);
      }
    }
  }

  private static void scanChars(Path file, Encodings.Found encoding, long size, CsvScan scan)
      throws IOException {
    char[] units = new char[BUFFER];
    try (InputStream in = new FileRange(file, encoding.bom(), size);
        Reader reader = new InputStreamReader(in, Encodings.decoder(encoding.charset()))) {
      for (int read = reader.read(units); read >= 0; read = reader.read(units)) {
        scan.feed(units, read);
      }
    }
  }

  private static List<DeliverySplit> splits(
      Path file, Encodings.Found encoding, long size, List<CsvScan.Cut> cuts) {
    List<DeliverySplit> splits = new ArrayList<>();
    long start = encoding.bom();
    long line = 1;
    for (CsvScan.Cut cut : cuts) {
      long end = encoding.bom() + cut.offset();
      splits.add(split(file, encoding, start, end, line));
      start = end;
      line = cut.line();
    }
    splits.add(split(file, encoding, start, size, line));
    return List.copyOf(splits);
  }

  private static DeliverySplit split(
      Path file, Encodings.Found encoding, long start, long end, long line) {
    return new DeliverySplit(file.toString(), encoding.charset().name(), start, end, line);
  }
}
