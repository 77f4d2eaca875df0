package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.edition.Editions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night that was decided and cut off before it had published, of a date that has an edition. */
class CutOffTest {
  private static final String DAY = "2026-11-02";
  private static final String NIGHT = "nightly --date 2026-11-02 {site}";

  @TempDir private Path folder;

  @Test
  void itIsNamedAndPublishedByTheNextRunOfItsDate() throws IOException {
    CaseSite site = CaseSite.decided().copyTo(folder.resolve("site"));
    deliver(
        site, "pj_20261102.csv", "N1,2026-11-02 10:00:00,1,2,D1,H1,GA,,,2026-11-02 10:00:00,\n");
    deliver(site, "pj_20261101.csv", "N2,2026-11-01 10:00:00,1,2,D1,H1,GA,\"\n");
    Path byHand = Files.move(inbox(site, "pj_20261102.csv"), folder.resolve("pj_20261102.csv"));
    site.ends(0, "ingest --source ratings " + byHand + " {site}");
    Path edition = new Editions(site.store()).current(DAY).orElseThrow();
    byte[] due = Files.readAllBytes(edition.resolve("due.csv"));
    Files.writeString(edition.resolve("due.csv"), "damaged");
    // found damaged when the new figures are compared: the files are read and decided by then
    assertThat(site.ends(3, NIGHT).err()).contains("[edition-damaged]");
    Files.write(edition.resolve("due.csv"), due);

    assertThat(site.ends(0, "status {site}").out())
        .contains("没有发布的业务日 1 个", DAY + "（已定案，没有发布完就中断了）", "从备份恢复", "hall nightly")
        .contains("pj_20261101.csv（ratings）[unclosed-quote]\n    下一步：再跑 nightly 时重读")
        .doesNotContain("文件已不在报送目录里");
    assertThat(site.ends(0, "doctor {site}").out())
        .contains("1 晚已定案，没有发布完就中断了", DAY + "（r00000003）");

    CaseSite.Run again = site.ends(3, NIGHT);
    assertThat(again.out())
        .contains("退回文件：pj_20261101.csv", "[unclosed-quote]", "已发布日版 " + DAY + " 第2版");
    Path second = new Editions(site.store()).current(DAY).orElseThrow();
    assertThat(Editions.manifest(second).reason()).isEqualTo("补收 1 份报送：pj_20261102.csv");
    assertThat(site.store().resolve("nights.open")).isEmptyFile();

    assertThat(site.ends(0, NIGHT).out()).contains("无需重跑");
    assertThat(site.ends(0, "status {site}").out()).doesNotContain("没有发布的业务日");
    assertThat(site.ends(0, "doctor {site}").out()).doesNotContain("晚已定案");
  }

  private static void deliver(CaseSite site, String name, String line) throws IOException {
    Files.writeString(inbox(site, name), CaseSite.RATINGS + line);
  }

  private static Path inbox(CaseSite site, String name) {
    return site.folder().resolve("inbox/ratings").resolve(name);
  }
}
