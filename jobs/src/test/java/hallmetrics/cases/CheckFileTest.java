package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.testing.TestSession;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check FILE} says what a night would make of the file, through the front door. */
class CheckFileTest {

  @TempDir private Path folder;
  private CaseSite site = new CaseSite(Path.of(""));

  @BeforeEach
  void lay() throws IOException {
    TestSession.get();
    site = CaseSite.lay(folder.resolve("site"));
  }

  private static String ratings(int count, String level, String region, String hall) {
    StringBuilder text = new StringBuilder(CaseSite.RATINGS);
    for (int i = 0; i < count; i++) {
      text.append("Q").append(1000 + i).append(",2026-10-30 09:00:00,").append(level);
      text.append(",2,").append(region).append(',').append(hall).append(",GA,,,,\n");
    }
    return text.toString();
  }

  private Path file(String name, String text) throws IOException {
    return file(name, text, StandardCharsets.UTF_8);
  }

  private Path file(String name, String text, Charset charset) throws IOException {
    return Files.write(site.folder().resolve("inbox/ratings/" + name), text.getBytes(charset));
  }

  private CaseSite.Run check(Path file) throws IOException {
    return site.hall("check " + file + " {site}");
  }

  @Test
  void aFileTheNightRefusesIsRefusedWithTheSameStatusAndCode() throws IOException {
    CaseSite.Run undated = check(file("pj_noday.csv", ratings(3, "5", "D1", "H1")));
    CaseSite.Run inverted = check(file("pj_20261031.csv", ratings(40, "1", "D1", "H1")));
    CaseSite.Run night = site.hall("nightly --date 2026-11-02 {site}");

    assertThat(night.all()).contains("[no-as-of]", "[inverted-scale]");
    assertThat(undated.status()).as(undated.all()).isEqualTo(night.status()).isEqualTo(3);
    assertThat(undated.all()).contains("[no-as-of]", "pj_{date}*.csv", "--as-of").contains("共 3 条");
    assertThat(inverted.status()).as(inverted.all()).isEqualTo(3);
    assertThat(inverted.all())
        .contains("[inverted-scale]", "40 条中有 40 条")
        .contains("核对该来源的满意度代码方向");
  }

  @Test
  void anUndatedFileAGateWouldRefuseToldOfBoth() throws IOException {
    CaseSite.Run run = check(file("pj_noday.csv", ratings(40, "1", "D1", "H1")));

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.all()).contains("[no-as-of]", "[inverted-scale]");
  }

  @Test
  void tooManyRejectedRecordsWouldRefuseTheNight() throws IOException {
    String text =
        ratings(220, "5", "D1", "H1")
            + ratings(20, "9", "D1", "H1").substring(CaseSite.RATINGS.length());
    CaseSite.Run run = check(file("pj_20261031.csv", text));

    assertThat(run.status()).as(run.all()).isEqualTo(3);
    assertThat(run.all()).contains("[share-rejected]", "整晚");
  }

  @Test
  void aGoodFileEndsWithItsVerdict() throws IOException {
    CaseSite.Run run = check(file("pj_20261031.csv", ratings(5, "5", "D1", "H1")));

    assertThat(run.status()).as(run.all()).isZero();
    assertThat(run.out()).contains("截至 2026-10-31", "结论：会被读入");
    assertThat(run.out()).contains("大厅（hall_id）：5 条都在名册里");
  }

  @Test
  void placesNoRegisterKnowsAreCountedWithTheNearestNameAndWhatToDo() throws IOException {
    String text =
        ratings(4, "5", "东山区", "H1")
            + ratings(3, "5", "西山区", "H9").substring(CaseSite.RATINGS.length());
    CaseSite.Run run = check(file("pj_20261031.csv", text));

    assertThat(run.status()).as(run.all()).isZero();
    assertThat(run.out())
        .contains("区划（region_id）：7 条中有")
        .contains("西山区 ×3：最接近")
        .contains("registers/region.csv")
        .contains("大厅（hall_id）：7 条中有 3 条在 registers/hall.csv 里找不到，会计入“未归属”")
        .contains("做法：")
        .as("a codes map would reject the good rows")
        .doesNotContain("codes: {");
  }

  private void two(String location, String asOf) throws IOException {
    Path own = site.folder().resolve("conf/sources/ratings.yaml");
    String other =
        Files.readString(own)
            .replace("source: ratings", "source: again")
            .replace("location: ratings/pj_*.csv", "location: " + location)
            .replace("pj_{date}*.csv", asOf)
            .replace("from: 评价编号", "from: 号码");
    Files.writeString(site.folder().resolve("conf/sources/again.yaml"), other);
  }

  @Test
  void personsInAColumnOfPlacesAreMasked() throws IOException {
    String text =
        ratings(1, "5", "张国旗", "李一心")
            + ratings(1, "5", "王小明13812345678反映", "东山区政务中心").substring(CaseSite.RATINGS.length());
    String more = ratings(1, "5", "敖小明", "窗口的人说没有号了，让我下周再来一趟").substring(CaseSite.RATINGS.length());
    CaseSite.Run run = check(file("pj_20261031.csv", text + more));

    assertThat(run.all()).contains("张** ×1", "李** ×1", "敖** ×1", "东山区政务中心 ×1");
    assertThat(run.all()).doesNotContain("张国旗", "李一心", "13812345678", "小明", "下周");
  }

  @Test
  void ofAFileThatIsReadItIsSaidHowManyRecordsAreNot() throws IOException {
    String rows = ratings(2, "9", "D1", "H1");
    CaseSite.Run none = check(file("pj_20261031.csv", rows));
    CaseSite.Run some =
        check(
            file(
                "pj_20261030.csv",
                ratings(3, "5", "D1", "H1") + rows.substring(CaseSite.RATINGS.length())));

    assertThat(none.status()).as(none.all()).isZero();
    assertThat(none.out()).contains("会退回的例：第 2 行 9");
    assertThat(none.out()).contains("没有闸门拦下；但全部 2 条记录会被退回，一条也不会计入");
    assertThat(some.out()).contains("没有闸门拦下；但有 2 条记录会被退回。");
  }

  @Test
  void recordsWithoutARegionAreUnassignedButForThoseOfAnOffice() throws IOException {
    Path source = site.folder().resolve("conf/sources/rect.yaml");
    Files.writeString(source, Files.readString(source) + "  org_code: { from: 部门 }\n");
    Path file =
        Files.writeString(
            site.folder().resolve("inbox/rect/zg_20261031.csv"),
            "整改编号,评价编号,建单时间,完成时间,区划,状态,部门\n"
                + "Z1,P1,2026-10-15 10:00:00,,D1,整改中,\n"
                + "Z2,P2,2026-10-15 10:00:00,,,整改中,GA\n"
                + "Z3,P3,2026-10-15 10:00:00,,,整改中,XX\n"
                + "Z4,P4,2026-10-15 10:00:00,,,整改中,\n");
    CaseSite.Run run = check(file);

    assertThat(run.status()).as(run.all()).isZero();
    assertThat(run.out())
        .contains("区划（region_id）：1 条都在名册里。2 条没有写，计入“未归属”", "但至少 2 条会计入“未归属”")
        .contains("责任单位（org_code）：2 条中有 1 条");
  }

  @Test
  void aFileNoSourceClaimsWhereItLiesIsNotSaidToBeRead() throws IOException {
    site.overlay(CaseSite.CASES.resolve("unclaimed-file/inbox"), "inbox");
    Path lost = site.folder().resolve("inbox/rating/pj_20261031.csv");
    CaseSite.Run run = check(lost);
    CaseSite.Run asked = site.hall("check --source ratings " + lost + " {site}");
    CaseSite.Run conf = site.hall("check {site}");

    assertThat(run.status()).as(run.all()).isZero();
    assertThat(run.out()).contains("没有来源认领", "移到 ratings/pj_*.csv").doesNotContain("会被读入");
    assertThat(asked.out()).isEqualTo(run.out());
    assertThat(conf.out()).as("as a night names it").contains("  rating/（1 份）");
  }

  @Test
  void aFileOfNoSourceThatCannotBeDatedThereIsNotRefused() throws IOException {
    Path folder = Files.createDirectories(site.folder().resolve("inbox/rating"));
    Path lost = Files.writeString(folder.resolve("pj_noday.csv"), ratings(40, "1", "D1", "H1"));
    CaseSite.Run run = check(lost);

    assertThat(run.status()).as(run.all()).isZero();
    assertThat(run.out()).contains("没有来源认领", "[no-as-of]", "[inverted-scale]");
  }

  @Test
  void ofTwoSourcesThatClaimAFileTheNightsOwnIsTaken() throws IOException {
    two("ratings/*.csv", "pj_{date}*.csv");
    CaseSite.Run run = check(file("pj_20261031.csv", ratings(3, "5", "D1", "H1")));
    CaseSite.Run night = site.hall("nightly --date 2026-11-02 {site}");

    assertThat(run.status()).as(run.all()).isEqualTo(3);
    assertThat(run.all()).contains("几个来源都认领这份文件：again、ratings；夜里由 again 读入", "[missing-column]");
    assertThat(site.hall("check {site}").out())
        .contains("几个来源都认领的文件", "ratings/pj_20261031.csv：由 again 读入，ratings 读不到");
    assertThat(night.all()).contains("[missing-column");
  }

  @Test
  void ofTwoSourcesTheOneThatCanTellTheDayIsTaken() throws IOException {
    two("ratings/*.csv", "other_{date}.csv");
    CaseSite.Run run = check(file("pj_20261031.csv", ratings(3, "5", "D1", "H1")));

    assertThat(run.status()).as(run.all()).isZero();
    assertThat(run.all()).contains("夜里由 ratings 读入", "结论：会被读入");
  }

  @Test
  void recordsThatComeAgainAreCounted() throws IOException {
    String text =
        ratings(4, "5", "D1", "H1")
            + ratings(3, "4", "D1", "H1").substring(CaseSite.RATINGS.length());

    assertThat(check(file("pj_20261031.csv", text)).out()).contains("有 3 条的编号");
  }

  @Test
  void aConstantColumnHasNoEmptyValues() throws IOException {
    String text =
        ratings(4, "5", "D1", "H1")
            + ratings(3, "9", "D1", "H1").substring(CaseSite.RATINGS.length());
    String constant =
        check(file("pj_20261031.csv", text))
            .out()
            .lines()
            .filter(line -> line.contains("target_type"))
            .findFirst()
            .orElse("");

    assertThat(constant).isNotEmpty().doesNotContain("3");
  }
}
