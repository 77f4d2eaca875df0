package hallmetrics.testing;

import hallmetrics.edition.Editions;
import hallmetrics.edition.Manifest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A site of one source of ratings over the registers of the demo city, for tests that go through
 * the front door: a configuration folder, an inbox, a store, and files written as one likes.
 */
public final class MiniSite {
  private static final List<String> HEADER =
      List.of("评价编号", "评价时间", "区划代码", "大厅编号", "评价渠道", "满意度", "是否默认", "文字评价", "手机号", "更新时间");

  private static final String SOURCE =
      """
      source: ratings
      title: 评价
      into: evaluation
      format: %s
      %s
      location: none_*
      as_of: { pattern: "ratings_{date}_{seq}.%s" }
      without_id: keep
      event_date: { moves_within: 62d }
      fields:
        source_record_id: { from: 评价编号 }
        assess_ts:        { from: 评价时间 }
        region_id:        { from: 区划代码, parse: region }
        hall_id:          { from: 大厅编号 }
        channel:          { from: 评价渠道, codes: { "1": PC, "2": MOBILE, "4": HALL_TABLET, "7": SYSTEM_DEFAULT } }
        satisfaction:     { from: 满意度, codes: { "5": 5, "4": 4, "3": 3, "2": 2, "1": 1 } }
        is_default:       { from: 是否默认, codes: { "1": true, "0": false } }
        text:             { from: 文字评价 }
        evaluator_key:    { from: 手机号 }
        operate_ts:       { from: 更新时间 }
        is_valid:         { constant: "true" }
        target_type:      { constant: CASE }
      """;

  private final Path folder;

  /**
   * Lays a site out.
   *
   * @param format csv or xlsx
   * @param encoding of a csv; ignored for xlsx
   */
  public MiniSite(Path folder, String format, String encoding) throws IOException {
    this.folder = folder;
    Path conf = Files.createDirectories(folder.resolve("conf"));
    Files.createDirectories(folder.resolve("inbox"));
    Files.createDirectories(conf.resolve("sources"));
    Path registers = Files.createDirectories(conf.resolve("registers"));
    try (Stream<Path> files = Files.list(Path.of("../conf/demo/registers"))) {
      for (Path file : files.toList()) {
        Files.copy(file, registers.resolve(file.getFileName()));
      }
    }
    Files.writeString(
        conf.resolve("site.yaml"),
        """
        name: 示例市
        city: "3607"
        inbox: ../inbox
        store: ../store
        close_day: 5
        key_file: ../hmac.key
        """);
    Files.writeString(folder.resolve("hmac.key"), "test:0123456789abcdef0123456789abcdef\n");
    boolean csv = format.equals("csv");
    Files.writeString(
        conf.resolve("sources/ratings.yaml"),
        SOURCE.formatted(format, csv ? "encoding: " + encoding : "sheet: 台账", format));
  }

  /** The configuration folder. */
  public Path conf() {
    return folder.resolve("conf");
  }

  /** The manifest of the current edition of a period. */
  public Manifest manifest(String period) {
    return Editions.manifest(new Editions(folder.resolve("store")).current(period).orElseThrow());
  }

  /**
   * Ratings of September and October 2026: with a number (one in nine said again later, with
   * another level), without one (equal rows among them), of one province of levels and halls.
   */
  public static List<List<String>> ratings(int count, long seed) {
    Random random = new Random(seed);
    String[] regions = {"360702", "360703", "360704", "360722", "360723"};
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String region = regions[random.nextInt(regions.length)];
      String day = "2026-%02d-%02d".formatted(9 + random.nextInt(2), 1 + random.nextInt(28));
      String time = " %02d:%02d:00".formatted(9 + random.nextInt(8), random.nextInt(60));
      boolean standard = random.nextInt(5) == 0;
      boolean numbered = random.nextInt(4) > 0;
      List<String> row =
          List.of(
              numbered ? "P" + (10_000 + i) : "",
              day + time,
              region,
              "H" + region,
              standard ? "7" : List.of("1", "2", "4").get(random.nextInt(3)),
              standard ? "5" : Integer.toString(Math.min(5, 1 + random.nextInt(30))),
              standard ? "1" : "0",
              random.nextInt(3) == 0 ? "等候较久，\"窗口\"少\n第二行" : "",
              "1380013" + (1_000 + random.nextInt(9_000)),
              numbered ? day + " 18:00:00" : "");
      rows.add(row);
      if (numbered && i % 9 == 0) {
        List<String> later = new ArrayList<>(row);
        later.set(5, "3");
        later.set(9, day + " 20:30:00");
        rows.add(later);
      } else if (!numbered && i % 3 == 0) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** Writes a CSV; fields with quotes, commas or line ends are quoted. */
  public Path csv(String name, Charset charset, List<List<String>> rows) throws IOException {
    String text =
        Stream.concat(Stream.of(HEADER), rows.stream())
            .map(row -> row.stream().map(MiniSite::quoted).collect(Collectors.joining(",")))
            .collect(Collectors.joining("\r\n", "", "\r\n"));
    return Files.write(folder.resolve("inbox").resolve(name), text.getBytes(charset));
  }

  private static String quoted(String cell) {
    return cell.matches("[^\",\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /** Writes a workbook, every cell a text. */
  public Path xlsx(String name, List<List<String>> rows) throws IOException {
    Path file = folder.resolve("inbox").resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet page = book.newWorksheet("台账");
      int at = 0;
      for (List<String> row : Stream.concat(Stream.of(HEADER), rows.stream()).toList()) {
        for (int column = 0; column < row.size(); column++) {
          if (!row.get(column).isEmpty()) {
            page.value(at, column, row.get(column));
          }
        }
        at++;
      }
    }
    return file;
  }
}
