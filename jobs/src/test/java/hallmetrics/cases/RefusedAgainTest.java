package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.edition.Editions;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A file that was refused is read again when what decided about it changed, and only then; under
 * another name it is no repeat, since it never counted.
 */
class RefusedAgainTest {
  private static final String NIGHT = "nightly --date 2026-11-02 {site}";
  private static final Pattern COMMAND = Pattern.compile("只读这一份：hall (ingest .*)");
  private static CaseSite base = new CaseSite(Path.of(""));

  @TempDir private Path folder;

  @BeforeAll
  static void oneNight() throws IOException {
    base = CaseSite.decided();
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing-column", "undecodable", "inverted-scale", "no-as-of"})
  void aRefusedFileWaitsForItsSourceToBeMendedAndMakesAnEdition(String fault) throws IOException {
    CaseSite site = base.copyTo(folder.resolve("site"));
    mend(site, "fields:", "fields:\n  assess_number: { constant: \"1\" }");
    Path file = broken(site, fault);
    CaseSite.Run refused = run(site, 3, NIGHT);
    assertThat(refused.out()).contains("[" + fault, "退回文件：" + file.getFileName());
    assertThat(command(refused))
        .startsWith("ingest --conf " + site.folder())
        .contains("--source ratings", file.toString());
    int runs = site.runs();
    long rows = site.rows();
    mend(site, "source: ratings", "# 一句说明\nsource: ratings");
    mend(site, "title: 试验评价系统", "title: 改了标题");
    CaseSite.Run unchanged = run(site, 0, NIGHT);
    assertThat(unchanged.out()).contains("2026-11-02 已发布且没有新的报送", "1 份此前被退回的文件仍没有读入");
    assertThat(run(site, 0, "ingest {site}").out()).contains("没有未读的文件");
    assertThat(site.runs()).isEqualTo(runs);
    assertThat(run(site, 0, "status {site}").out())
        .contains("退回后还没有读入的文件 1 项：", "改好 sources/ratings.yaml", "只读这一份：hall ingest --conf")
        .contains("没有等待读入的文件。");

    repair(site, fault);

    assertThat(run(site, 0, "status {site}").out()).contains("等待读入的文件 1 项：");
    CaseSite.Run read = run(site, 0, NIGHT);
    assertThat(read.out()).contains("已发布日版 2026-11-02 第2版");
    assertThat(site.rows() - rows).isEqualTo(40);
    Path edition = new Editions(site.store()).current("2026-11-02").orElseThrow();
    assertThat(Editions.manifest(edition).reason()).isEqualTo("补收 1 份报送：" + file.getFileName());
    assertThat(run(site, 0, NIGHT).out()).contains("没有新的报送").doesNotContain("仍没有读入");
    assertThat(run(site, 0, "status {site}").out()).doesNotContain("退回后还没有读入");
  }

  @Test
  void aStillBrokenFileIsRefusedOnceMoreAfterAMendAndThenLeftAlone() throws IOException {
    CaseSite site = base.copyTo(folder.resolve("site"));
    broken(site, "missing-column");
    run(site, 3, NIGHT);
    mend(site, "from: 留言", "from: [留言, 备注]");
    assertThat(run(site, 3, NIGHT).out()).contains("[missing-column", "第1版与现数一致");
    int runs = site.runs();

    assertThat(run(site, 0, NIGHT).out()).contains("没有新的报送");
    assertThat(site.runs()).isEqualTo(runs);
  }

  @Test
  void aRenamedRefusedFileIsNotCalledARepeatAndItsCommandReadsItAfterAMend() throws IOException {
    CaseSite site = base.copyTo(folder.resolve("site"));
    Path file = broken(site, "missing-column");
    Files.copy(file, file.resolveSibling("pj_20261101_copy.csv"));
    assertThat(run(site, 3, NIGHT).out())
        .contains("退回文件：pj_20261101_copy.csv，与本次被退回的一份内容相同")
        .doesNotContain("重复报送");
    Files.delete(file.resolveSibling("pj_20261101_copy.csv"));
    Files.move(file, file.resolveSibling("pj_20261101 (2).csv"));

    for (String verb : List.of(NIGHT, "ingest {site}")) {
      CaseSite.Run again = run(site, 0, verb);
      assertThat(again.out())
          .contains("退回文件：pj_20261101 (2).csv，同一内容此前以 pj_20261101.csv 报来")
          .contains("被退回 [missing-column:满意度]，从未计入")
          .doesNotContain("重复报送");
    }
    String command = command(run(site, 0, "doctor {site}"));
    assertThat(command).endsWith("/pj_20261101\\ \\(2\\).csv");
    repair(site, "missing-column");
    long rows = site.rows();
    CaseSite.Run byHand = CaseSite.run(words(command));
    assertThat(byHand.status()).as(byHand.all()).isZero();
    assertThat(site.rows() - rows).isEqualTo(40);
    assertThat(run(site, 0, NIGHT).out()).contains("已发布日版 2026-11-02 第2版");
    Path edition = new Editions(site.store()).current("2026-11-02").orElseThrow();
    assertThat(Editions.manifest(edition).reason()).isEqualTo("补收 1 份报送：pj_20261101 (2).csv");
    assertThat(run(site, 0, NIGHT).out()).contains("没有新的报送");
  }

  @Test
  void aFileRefusedForItsNameIsReadUnderABetterOne() throws IOException {
    CaseSite site = base.copyTo(folder.resolve("site"));
    Path file = broken(site, "no-as-of");
    assertThat(run(site, 3, NIGHT).out()).contains("--as-of YYYY-MM-DD", "改名使文件名带日期");
    Files.move(file, file.resolveSibling("pj_20261101.csv"));

    assertThat(run(site, 0, NIGHT).out()).contains("已发布日版 2026-11-02 第2版").doesNotContain("重复报送");
  }

  @Test
  void whetherAFileIsGoneOrOnlyNotReadIsTold() throws IOException {
    CaseSite site = base.copyTo(folder.resolve("site"));
    Path file = broken(site, "missing-column");
    run(site, 3, NIGHT);
    mend(site, "ratings/pj_*.csv", "ratings/other_*.csv");
    assertThat(run(site, 0, "status {site}").out()).contains("文件还在报送目录里，但没有来源认领");
    mend(site, "ratings/other_*.csv", "ratings/pj_*.csv");
    mend(site, "pj_{date}*.csv", "pj{date}*.csv");
    CaseSite.Run undated = run(site, 0, "status {site}");
    assertThat(undated.out()).contains("文件还在，但看不出截至哪一天");
    assertThat(command(undated)).contains("--as-of YYYY-MM-DD", file.toString());
    mend(site, "pj{date}*.csv", "pj_{date}*.csv");
    assertThat(run(site, 0, "status {site}").out()).contains("改好 sources/ratings.yaml");
    Files.delete(file);
    assertThat(run(site, 0, "status {site}").out()).contains("文件已不在报送目录里");
    CaseSite.Run blind =
        run(site, 0, "status --conf {dir}/conf --store {dir}/store --inbox {dir}/nowhere");
    assertThat(blind.out()).contains("看不到文件还在不在");
  }

  @Test
  void ofAFileWhoseDayStillCannotBeToldTheConfigurationIsNotSpokenOf() throws IOException {
    CaseSite site = base.copyTo(folder.resolve("site"));
    Path file = broken(site, "no-as-of");
    run(site, 3, NIGHT);
    assertThat(run(site, 0, NIGHT).out()).contains("仍看不出日期").doesNotContain("配置没有改过");
    Files.move(file, file.resolveSibling("pj_周二.csv"));
    assertThat(run(site, 0, NIGHT).out())
        .contains("此前以 pj_周一.csv 报来", "仍看不出日期", "--as-of YYYY-MM-DD")
        .doesNotContain("配置没有改过");
  }

  /** Puts a file of forty ratings of 1 November into the inbox that the source as it is refuses. */
  private static Path broken(CaseSite site, String fault) throws IOException {
    StringBuilder text =
        new StringBuilder(
            fault.equals("missing-column")
                ? CaseSite.RATINGS.replace("满意度", "满意")
                : CaseSite.RATINGS);
    for (int i = 0; i < 40; i++) {
      String at = "2026-11-01 09:00:00";
      String level = fault.equals("inverted-scale") ? "1" : "5";
      text.append("R" + i + "," + at + "," + level + ",2,D1,H1,GA,,," + at + ",\n");
    }
    String name = fault.equals("no-as-of") ? "pj_周一.csv" : "pj_20261101.csv";
    Charset charset =
        fault.equals("undecodable") ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
    Path file = site.folder().resolve("inbox/ratings").resolve(name);
    return Files.write(file, text.toString().getBytes(charset));
  }

  private static void repair(CaseSite site, String fault) throws IOException {
    switch (fault) {
      case "missing-column" -> mend(site, "from: 满意度", "from: [满意度, 满意]");
      case "undecodable" -> mend(site, "encoding: utf-8", "encoding: gb18030");
      case "inverted-scale" ->
          mend(
              site,
              "\"5\": 5, \"4\": 4, \"3\": 3, \"2\": 2, \"1\": 1",
              "\"1\": 5, \"2\": 4, \"3\": 3, \"4\": 2, \"5\": 1");
      case "no-as-of" -> mend(site, "pj_{date}*.csv\" }", "pj_{date}*.csv\", day: 2026-11-01 }");
      default -> throw new IllegalArgumentException(fault);
    }
  }

  private static void mend(CaseSite site, String before, String after) throws IOException {
    Path source = site.folder().resolve("conf/sources/ratings.yaml");
    String text = Files.readString(source);
    assertThat(text).contains(before);
    Files.writeString(source, text.replace(before, after));
  }

  private static CaseSite.Run run(CaseSite site, int status, String line) throws IOException {
    CaseSite.Run run = site.hall(line);
    assertThat(run.status()).as(run.all()).isEqualTo(status);
    return run;
  }

  /** The command a message gives, without the program's name. */
  private static String command(CaseSite.Run run) {
    Matcher found = COMMAND.matcher(run.out());
    assertThat(found.find()).as(run.all()).isTrue();
    return found.group(1);
  }

  /** As a shell would split it. */
  private static String[] words(String command) {
    return Pattern.compile("(?<!\\\\) ")
        .splitAsStream(command)
        .map(word -> word.replaceAll("\\\\(.)", "$1"))
        .toArray(String[]::new);
  }
}
