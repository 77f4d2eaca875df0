package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file no source knows, and the checks that need no session, through the front door. */
class CheckDraftTest {
  private static final String UNKNOWN =
      "评价编号,提交时间,评价结果,评价渠道,所属区,大厅,备注\n"
          + "e1,2026-10-08 09:00:00,非常满意,短信评价,东山区,H1,a\n"
          + "e2,2026-10-08 09:00:00,满意,自助终端,西川区,H2,b\n";

  @TempDir private Path folder;
  private CaseSite site = new CaseSite(Path.of(""));

  @BeforeEach
  void lay() throws IOException {
    site = CaseSite.lay(folder.resolve("site"));
  }

  private Path file(String name, String text, String charset) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(Charset.forName(charset)));
  }

  private CaseSite.Run check(String name, String text) throws IOException {
    return site.hall("check " + file(name, text, "GB18030") + " {site}");
  }

  @Test
  void namesOfPlacesAreLeftToTheRegisters() throws IOException {
    CaseSite.Run run = check("评价导出_20261031.csv", UNKNOWN);

    assertThat(run.status()).as(run.all()).isZero();
    assertThat(run.out())
        .contains("region_id: { from: \"所属区\", parse: region }\n")
        .contains("hall_id: { from: \"大厅\" }")
        .contains("location: \"评价导出_*.csv\"");
  }

  @Test
  void theNameProposedIsFree() throws IOException {
    Path taken = site.folder().resolve("conf/sources/ratings.yaml");
    String before = Files.readString(taken);
    CaseSite.Run run = check("ratings_20261031.csv", UNKNOWN);

    assertThat(run.out())
        .contains("source: ratings-2\n", "存为 sources/ratings-2.yaml", "--source 指明");
    assertThat(Files.readString(taken)).isEqualTo(before);
  }

  @Test
  void theDraftSavedAsToldReadsItsOwnFile() throws IOException {
    CaseSite.Run run = check("评价导出_20261031.csv", UNKNOWN);
    String yaml =
        run.out().substring(run.out().indexOf("# 由 hall check"), run.out().indexOf("必填而没有"));
    StringBuilder filled = new StringBuilder();
    for (String line : yaml.lines().toList()) {
      filled.append(
          line.replaceFirst("^  # (\\w+): \\{ constant: }.*", "  $1: { constant: \"true\" }"));
      filled.append('\n');
    }
    String whole =
        filled
            .toString()
            .replace("target_type: { constant: \"true\" }", "target_type: { constant: CASE }");
    Files.writeString(site.folder().resolve("conf/sources/evaluation.yaml"), whole);
    CaseSite.Run again =
        site.hall("check --source evaluation " + folder.resolve("评价导出_20261031.csv") + " {site}");

    assertThat(again.status()).as(whole + again.all()).isZero();
    assertThat(again.out()).contains("共 2 条：可入账 2", "截至 2026-10-31", "区划（region_id）：2 条都在名册里");
  }

  @Test
  void anotherDelimiterAndAnotherEncodingAreNamed() throws IOException {
    String semicolons = "评价编号;评价时间;满意度\n1;2026-10-08;5\n";
    CaseSite.Run delimiter =
        site.hall(
            "check --source ratings " + file("pj_20261031.csv", semicolons, "UTF-8") + " {site}");
    CaseSite.Run encoding =
        site.hall(
            "check --source ratings " + file("pj_20261030.csv", UNKNOWN, "GB18030") + " {site}");

    assertThat(delimiter.status()).isEqualTo(3);
    assertThat(delimiter.all()).contains("分隔符像是 ;", "[missing-column]");
    assertThat(encoding.status()).isEqualTo(3);
    assertThat(encoding.all()).contains("像是 GB18030", "[undecodable]");
  }
}
