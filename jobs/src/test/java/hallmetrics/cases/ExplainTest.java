package hallmetrics.cases;

import static hallmetrics.testing.TestRows.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code hall explain}: the same k and n as {@code hall metrics}, and records that can be found.
 */
class ExplainTest {
  @TempDir private static Path folder;
  private static CaseSite site = new CaseSite(Path.of(""));
  private static List<Map<String, String>> figures = List.of();

  /** After the first night: a rating over two lines, one sent again unchanged, one corrected. */
  @BeforeAll
  static void twoNights() throws IOException {
    site = CaseSite.decided().copyTo(folder.resolve("site"));
    Files.writeString(
        site.folder().resolve("inbox/ratings/pj_20261031.csv"),
        """
        评价编号,评价时间,满意度,渠道,区划,大厅,部门,留言,证件号,更新时间,姓名
        P0101,2026-10-31 09:01:00,2,1,D3,H3,,"等了
        很久",110101199003070011,2026-10-31 09:01:00,
        P0009,2026-10-13 10:03:00,1,1,D3,H3,,,,2026-10-31 10:03:00,
        P0036,2026-10-26 13:12:00,4,1,D3,H3,,,,2026-10-31 13:12:00,
        """);
    CaseSite.Run night = site.hall("ingest {site}");
    assertThat(night.status()).as(night.all()).isZero();
    Path out = folder.resolve("figures");
    CaseSite.Run run = site.hall("metrics --period 2026-10 --out " + out + " {site}");
    assertThat(run.status()).as(run.all()).isZero();
    figures = csv(out.resolve("metrics.csv"));
  }

  @ParameterizedTest
  @CsvSource({
    "praise_rate, '', ALL, '', '', ''",
    "praise_rate, --region D3, REGION, D3, '', ''",
    "praise_rate, --split channel=QR, ALL, '', channel, QR",
    "level_share, --hall H3 --split satisfaction=1, HALL, H3, satisfaction, 1",
    "rectification_on_time_rate, --region 南湾县, REGION, D3, '', ''",
    "open_bad, '', ALL, '', '', ''",
    "open_bad, --split age=0-5, ALL, '', age, 0-5",
    "RC-08, '', ALL, '', '', ''"
  })
  void itCountsAsTheFigureDoesAndEachRecordStandsInItsLine(
      String metric, String options, String scope, String id, String split, String value)
      throws IOException {
    Path file = folder.resolve("records.csv");
    CaseSite.Run run =
        site.hall(
            ("explain " + metric + " --period 2026-10 " + options).strip()
                + " --csv "
                + file
                + " {site}");
    assertThat(run.status()).as(run.all()).isZero();
    String asked = metric.equals("RC-08") ? "rectification_days_p50" : metric;
    Map<String, String> figure = figure(asked, scope, id, split, value);
    List<Map<String, String>> records = csv(file);
    assertThat(number(records, "NUMERATOR")).isEqualTo(k(figure)).isPositive();
    assertThat(number(records, "DENOMINATOR")).isEqualTo(n(figure));
    assertThat(run.out()).contains("公式：", "定义（第 1 版", "分子记录 " + k(figure) + " 条");
    for (Map<String, String> record : records) {
      stands(told(record, "file"), told(record, "line"), told(record, "number"));
      if (!told(record, "linked_number").isEmpty()) {
        stands(
            told(record, "linked_file"),
            told(record, "linked_line"),
            told(record, "linked_number"));
      }
    }
  }

  /** A quantile has its n alone; its records are those of n. */
  private static long k(Map<String, String> figure) {
    boolean quantile = "QUANTILE".equals(figure.get("kind"));
    return (long) Double.parseDouble(figure.get(quantile ? "denominator" : "numerator"));
  }

  private static long n(Map<String, String> figure) {
    String n = told(figure, "denominator");
    return n.isEmpty() || "QUANTILE".equals(figure.get("kind")) ? 0 : (long) Double.parseDouble(n);
  }

  private static long number(List<Map<String, String>> records, String side) {
    return records.stream().filter(record -> side.equals(record.get("side"))).count();
  }

  private static Map<String, String> figure(
      String metric, String scope, String id, String split, String value) {
    Map<String, String> wanted =
        Map.of(
            "metric", metric, "scope", scope, "scope_id", id, "split", split, "split_value", value);
    return figures.stream()
        .filter(row -> row.entrySet().containsAll(wanted.entrySet()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(wanted + " is no figure"));
  }

  private static void stands(String file, String line, String number) throws IOException {
    String below = file.startsWith("pj_") ? "ratings" : "rect";
    List<String> lines =
        Files.readAllLines(site.folder().resolve("inbox").resolve(below).resolve(file));
    assertThat(lines.get(Integer.parseInt(line) - 1)).startsWith(number + ",");
  }

  @Test
  void aRecordSentAgainUnchangedSaysSoAndNoPersonIsShown() throws IOException {
    CaseSite.Run run =
        site.hall(
            "explain bad_count --period 2026-10 --csv " + folder.resolve("bad.csv") + " {site}");
    assertThat(run.status()).as(run.all()).isZero();
    Map<String, String> fates = new LinkedHashMap<>();
    csv(folder.resolve("bad.csv"))
        .forEach(record -> fates.put(record.get("number"), record.get("fate")));
    assertThat(fates.keySet()).containsExactly("P0009", "P0018", "P0027", "P0045", "P0101");
    assertThat(fates).containsEntry("P0101", "ACCEPTED").containsEntry("P0018", "ACCEPTED");
    assertThat(run.all() + Files.readString(folder.resolve("bad.csv")))
        .doesNotContain("110101199003070011", "evaluator", "t1:");
  }

  @Test
  void theListIsCutAndTheRestIsCounted() throws IOException {
    CaseSite.Run run = site.hall("explain EV-01 --period 2026-10 {site}");
    assertThat(run.status()).as(run.all()).isZero();
    assertThat(run.out()).contains("分子的记录 49 条，先列前 20 条", "另有 29 条未列；加 --csv 文件");
    assertThat(run.out().lines().filter(line -> line.startsWith("P0"))).hasSize(20);
  }

  private static List<Map<String, String>> csv(Path file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    List<String> head = List.of(lines.get(0).substring(1).split(",", -1));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      assertThat(cells).as(line).hasSize(head.size());
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < cells.length; i++) {
        row.put(head.get(i), cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }
}
