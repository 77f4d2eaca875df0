package hallmetrics.record;

import hallmetrics.source.SourceSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A delivery looked through before any record counts: when this succeeds, reading its splits finds
 * every record and never refuses (as long as the file stays as it is).
 *
 * @param header column names in order; an unnamed column is {@code #7} by its number
 * @param encoding how the encoding was found, Chinese; "xlsx" for a workbook
 * @param splits parts that together hold every record once, in order
 */
public record Inspection(List<String> header, String encoding, List<DeliverySplit> splits) {

  /**
   * Looks a file through once or twice, in constant memory.
   *
   * @param targetBytes wanted size of a part; the file stays whole where it cannot be cut safely (a
   *     workbook, UTF-16, a delimiter that may be half a GBK character)
   * @throws RefusedException when the file cannot be read whole or its header does not carry what
   *     the source maps
   */
  public static Inspection of(SourceSpec source, Path file, long targetBytes) {
    try {
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw RefusedException.at("unreadable-file", "", "文件不存在或没有读取权限。");
      }
      if (Files.size(file) == 0) {
        throw RefusedException.at("empty-file", "", "文件是空的（0 字节）。");
      }
      Inspection found =
          source.format().equals("xlsx")
              ? XlsxInspection.of(source, file)
              : CsvInspection.of(source, file, targetBytes);
      HeaderCheck.check(source, found.header());
      return found;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
