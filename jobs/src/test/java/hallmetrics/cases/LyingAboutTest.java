package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the inbox that a night does not read are named, with what to do about them. */
class LyingAboutTest {
  @TempDir private Path folder;

  @Test
  void whatNoSourceClaimsIsNamedByNightStatusAndDoctor() throws IOException {
    CaseSite site = CaseSite.decided().copyTo(folder.resolve("site"));
    Path inbox = site.folder().resolve("inbox");
    Files.writeString(inbox.resolve("ratings/评价_13812345678.csv"), "a");
    Files.writeString(inbox.resolve("pj_20261101.csv"), "b");
    Files.createDirectories(inbox.resolve("rating/old"));
    Files.writeString(inbox.resolve("rating/pj_20261101.csv"), "c");
    Files.writeString(inbox.resolve("rating/old/pj_20261031.csv"), "d");
    Files.createDirectories(inbox.resolve(".archive"));
    Files.writeString(inbox.resolve(".archive/pj_20261031.csv"), "e");
    Files.writeString(inbox.resolve("ratings/pj_20261102.csv.part"), "f");
    String three = "pj_20261101.csv、rating/（2 份）、ratings/评价_138****5678.csv";

    CaseSite.Run night = run(site, "nightly --date 2026-11-02 {site}");

    assertThat(night.out().lines().toList())
        .hasSize(2)
        .first()
        .asString()
        .isEqualTo("报送目录里有 3 项没有来源认领，没有读：" + three + "。下一步：在某个来源的 location 里写上它，或移出报送目录。");
    assertThat(run(site, "status {site}").out())
        .contains("报送目录里没有来源认领、不会读的 3 项：", "  rating/（2 份）", "下一步：在某个来源的 location");
    assertThat(run(site, "doctor {site}").out())
        .contains("[提醒] 报送目录里有 3 项没有来源认领，不会读", "ratings/评价_138****5678.csv");
    JsonNode json =
        new ObjectMapper()
            .readTree(run(site, "status --format json {site}").out())
            .get("unclaimed");
    assertThat(json).hasSize(3);
    for (int i = 0; i < 9; i++) {
      Files.writeString(inbox.resolve("x" + i + ".txt"), "x");
    }
    assertThat(run(site, "nightly --date 2026-11-02 {site}").out())
        .contains("有 12 项没有来源认领", "、x6.txt，另有 2 项。")
        .doesNotContain("x7.txt");
  }

  @Test
  void filesOfLaterDaysAreCounted() throws IOException {
    CaseSite site = CaseSite.decided().copyTo(folder.resolve("site"));
    Path inbox = site.folder().resolve("inbox/ratings");
    Files.writeString(inbox.resolve("pj_20261107.csv"), "one of the seventh");
    Files.writeString(inbox.resolve("pj_20261105.csv"), "one");
    Files.copy(inbox.resolve("pj_20261030.csv"), inbox.resolve("pj_20261104.csv"));
    Files.writeString(inbox.resolve("~$pj_20261030.csv"), "kept open by Excel");

    CaseSite.Run night = run(site, "nightly --date 2026-11-02 {site}");

    assertThat(night.out())
        .contains("另有 2 份报送属于 2026-11-02 之后的日期（最早 2026-11-05），等那一天的夜来读。")
        .contains("2026-11-02 已发布且没有新的报送，无需重跑。");
    assertThat(run(site, "nightly --dry-run --date 2026-11-03 {site}").out())
        .contains("另有 2 份报送属于 2026-11-03 之后的日期（最早 2026-11-05）");
  }

  @Test
  void ofAFileOfAnotherSourceItIsSaidWhoseItIs() throws IOException {
    CaseSite site = CaseSite.decided().copyTo(folder.resolve("site"));
    Path inbox = site.folder().resolve("inbox");
    Files.copy(inbox.resolve("ratings/pj_20261030.csv"), inbox.resolve("rect/zg_20261102.csv"));

    assertThat(run(site, "nightly --date 2026-11-02 {site}").out())
        .contains("重复报送，不再计：zg_20261102.csv，同一内容已以 pj_20261030.csv 读入")
        .contains("那是来源 ratings 的报送", "来源 rect 没有因此收到东西");
    CaseSite.Run unknown = site.hall("ingest --source rating {site}");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("[source-unknown]", "ratings");
  }

  @Test
  void aFolderThatCannotBeReadIsNamedAndStopsTheNightOnlyWhereASourceLooks() throws IOException {
    CaseSite site = CaseSite.decided().copyTo(folder.resolve("site"));
    Path inbox = site.folder().resolve("inbox");
    Files.createDirectories(inbox.resolve("other"));
    Files.createSymbolicLink(inbox.resolve("other/again"), inbox);
    String named = "other/again/（读不了，不知有几份）";
    assertThat(run(site, "nightly --date 2026-11-02 {site}").out()).contains("有 1 项没有来源认领", named);
    assertThat(run(site, "status {site}").out()).contains(named);

    // the folder above is a number that may be masked
    String unreadable = "/site/inbox/ratings";
    FileUtils.deleteDirectory(inbox.resolve("ratings").toFile());
    Files.createSymbolicLink(inbox.resolve("ratings"), inbox);

    CaseSite.Run night = site.hall("nightly --date 2026-11-02 {site}");
    assertThat(night.status()).as(night.all()).isEqualTo(4);
    assertThat(night.err()).contains("[inbox-unreadable]", unreadable);
    CaseSite.Run doctor = site.hall("doctor {site}");
    assertThat(doctor.status()).as(doctor.all()).isEqualTo(2);
    assertThat(doctor.out()).contains("报送目录不存在或不可读", unreadable);
    CaseSite.Run status = run(site, "status {site}");
    assertThat(status.out()).contains("报送目录不存在或不可读（", unreadable);
  }

  private static CaseSite.Run run(CaseSite site, String line) throws IOException {
    CaseSite.Run run = site.hall(line);
    assertThat(run.status()).as(run.all()).isZero();
    return run;
  }
}
