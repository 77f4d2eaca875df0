package hallmetrics.oracle;

import hallmetrics.oracle.SplitText.Line;
import hallmetrics.oracle.SplitText.Split;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Deliveries as UTF-8 CSV, one text a delivery. Every record carries its line, the number of cells
 * it had, the number of columns of its file, and whether the file ended inside a quote: the SQL
 * decides what that means.
 */
final class Utf8Inbox {

  /** How the files of one kind are written. */
  private record Kind(String glob, String encoding, char delimiter, int headerRow) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("evaluation/pj_*.csv", "GB18030", ',', 1),
          new Kind("kiosk/zz_*.csv", "UTF-8", ',', 1),
          new Kind("case/bj_*.tsv", "UTF-8", '\t', 1),
          new Kind("hotline/gd_*.csv", "UTF-8", ',', 1),
          new Kind("hotline/cb_*.csv", "UTF-8", ',', 1),
          new Kind("message/wz_*.csv", "GBK", ',', 1),
          new Kind("ledger/zzpj_*.xlsx", "", ' ', 2),
          new Kind("ledger/zgtz_*.xlsx", "", ' ', 2),
          new Kind("ledger/bbcs_*.xlsx", "", ' ', 2),
          new Kind("ledger/bdb_*.xlsx", "", ' ', 2));

  private Utf8Inbox() {}

  /** Writes {@code text/<name of the delivery>.csv} for every delivery of the inbox. */
  static void write(Path inbox, Path text) throws IOException {
    Files.createDirectories(text);
    for (Kind kind : KINDS) {
      int slash = kind.glob().indexOf('/');
      Path folder = inbox.resolve(kind.glob().substring(0, slash));
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(folder, kind.glob().substring(slash + 1))) {
        for (Path file : files) {
          writeOne(kind, file, text.resolve(file.getFileName() + ".csv"));
        }
      }
    }
  }

  private static void writeOne(Kind kind, Path file, Path to) throws IOException {
    Split split =
        kind.encoding().isEmpty()
            ? new Split(SheetText.of(file, kind.headerRow()), false)
            : SplitText.of(decoded(file, kind.encoding()), kind.delimiter());
    List<String> header = split.lines().get(0).cells();
    try (BufferedWriter out = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
      write(out, header, header.size());
      out.write(",delivery,line,cells,columns,unclosed\n");
      for (Line line : split.lines().subList(1, split.lines().size())) {
        write(out, line.cells(), header.size());
        out.write(
            ","
                + file.getFileName()
                + ","
                + line.line()
                + ","
                + line.cells().size()
                + ","
                + header.size()
                + ","
                + split.unclosed()
                + "\n");
      }
    }
  }

  private static String decoded(Path file, String encoding) throws IOException {
    return Charset.forName(encoding)
        .newDecoder()
        .decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(file)))
        .toString();
  }

  private static void write(BufferedWriter out, List<String> cells, int width) throws IOException {
    for (int i = 0; i < width; i++) {
      if (i > 0) {
        out.write(',');
      }
      out.write('"');
      out.write(i < cells.size() ? cells.get(i).replace("\"", "\"\"") : "");
      out.write('"');
    }
  }
}
