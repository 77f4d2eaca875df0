package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmetrics.ledger.RunLock;
import hallmetrics.ledger.StoreLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Business dates nobody published are named with the command that does it, and no others. */
class UnpublishedTest {
  private static final String HEAD = "没有发布的业务日";
  private static CaseSite base = new CaseSite(Path.of(""));

  @TempDir private static Path shared;
  @TempDir private Path folder;

  /** 2 November is published, 5 refused by a gate, 7 published: 3, 4 and 6 were never run. */
  @BeforeAll
  static void fourDatesAreLeftOut() throws IOException {
    base = CaseSite.decided().copyTo(shared.resolve("site"));
    Path bad = base.folder().resolve("inbox/ratings/pj_20261105.csv");
    StringBuilder rows = new StringBuilder(CaseSite.RATINGS);
    for (int i = 0; i < 300; i++) {
      String at = "2026-11-05 09:00:00";
      rows.append("U" + i + "," + at + "," + (i < 200 ? 5 : 9) + ",2,D1,H1,GA,,," + at + ",\n");
    }
    Files.writeString(bad, rows);
    base.ends(3, "nightly --date 2026-11-05 {site}");
    Files.delete(bad);
    base.ends(0, "nightly --date 2026-11-07 {site}");
  }

  @Test
  void datesThatWereLeftOutAreNamedWithTheirCommandTheOldestFirst() throws IOException {
    CaseSite site = base.copyTo(folder.resolve("site"));
    String nightly = "hall nightly " + String.join(" ", options(site)) + " --date ";

    assertThat(lines(site, HEAD, 6))
        .containsExactly(
            HEAD + " 4 个，从最早的起补：",
            "  2026-11-03 至 2026-11-04（没有跑过）",
            "    下一步：从最早的起逐日运行到 2026-11-04，先 " + nightly + "2026-11-03",
            "  2026-11-05（被闸门拦下）",
            "    下一步：看数据仓里的 refused/r00000002/quarantine.csv，改正文件或来源配置，然后 "
                + nightly
                + "2026-11-05",
            "  2026-11-06（没有跑过）");
    JsonNode json = json(site).get("unpublished");
    assertThat(json).extracting(one -> one.get("date").asText()).first().isEqualTo("2026-11-03");
    assertThat(json)
        .extracting(one -> one.get("outcome").asText())
        .containsExactly("null", "null", "REFUSED_BY_GATE", "null");

    site.ends(0, "nightly --date 2026-11-03 {site}");

    assertThat(lines(site, HEAD, 2)).containsExactly(HEAD + " 3 个，从最早的起补：", "  2026-11-04（没有跑过）");
    assertThat(json(site).at("/missing/as_of").asText()).isEqualTo("2026-11-07");
  }

  @Test
  void whereAirflowRunsTheNightsTheCommandsAreIts() throws IOException {
    CaseSite site = base.copyTo(folder.resolve("site"));
    Path conf = site.folder().resolve("conf");
    Path top = conf.resolve("site.yaml");
    Files.writeString(top, Files.readString(top) + "airflow: { url: \"http://127.0.0.1:1\" }\n");

    assertThat(lines(site, HEAD, 6))
        .contains(
            "    下一步：hall airflow backfill --conf " + conf + " --from 2026-11-03 --to 2026-11-04")
        .anyMatch(
            line ->
                line.endsWith("hall airflow trigger --conf " + conf + " --date 2026-11-05 --again"))
        .last()
        .isEqualTo("  2026-11-06（没有跑过）");
  }

  @Test
  void aNightThatFailedIsToldWithWhatItsFaultAdvised() throws IOException {
    CaseSite site = base.copyTo(folder.resolve("site"));
    Files.move(site.folder().resolve("inbox"), site.folder().resolve("elsewhere"));
    site.ends(2, "nightly --date 2026-11-08 {site}");
    site.ends(2, "nightly --date 2026-11-07 {site}");
    Files.move(site.folder().resolve("elsewhere"), site.folder().resolve("inbox"));

    String said = site.ends(0, "status {site}").out();

    assertThat(said)
        .contains(HEAD + " 5 个", "  2026-11-08（出错 [no-inbox]）\n    下一步：在 site.yaml 改 inbox")
        .contains("已经发布、最近一次重跑没有成功的业务日 1 个：\n  2026-11-07（出错 [no-inbox]）\n")
        .contains("已定案到 2026-11-07\n");
  }

  @Test
  void aStoreFilledByHandLacksNoDates() throws IOException {
    CaseSite site = CaseSite.lay(folder.resolve("site"));
    site.ends(0, "ingest {site}");

    assertThat(site.ends(0, "status {site}").out()).doesNotContain(HEAD).contains("还没有定案的夜");
    assertThat(json(site).get("unpublished")).isEmpty();
  }

  @Test
  void aNightThatRunsIsNeitherUnrecordedNorUnpublished() throws IOException {
    CaseSite site = CaseSite.decided().copyTo(folder.resolve("site"));
    FileUtils.deleteDirectory(site.store().resolve("editions/2026-11-02").toFile());
    FileUtils.deleteDirectory(site.store().resolve("runs").toFile());
    StoreLocation store = StoreLocation.local(site.store());
    try (RunLock lock = RunLock.acquire(store, "hall nightly --date 2026-11-02", Duration.ZERO)) {
      assertThat(lock).isNotNull();
      assertThat(site.ends(0, "status {site}").out())
          .contains("已定案到 2026-11-02（日版还没有发布，那一晚正在运行）", "正在运行：hall nightly")
          .doesNotContain("没有运行记录", HEAD);
      JsonNode json = json(site);
      assertThat(json.get("publishing").asBoolean()).isTrue();
      assertThat(json.get("unrecorded").isNull()).isTrue();
      assertThat(json.get("unpublished")).isEmpty();
    }

    assertThat(site.ends(0, "status {site}").out())
        .contains("已定案到 2026-11-02（日版没有发布完）", "已定案而没有运行记录")
        .contains(HEAD + " 1 个，从最早的起补：\n  2026-11-02（已定案，没有发布）\n");
  }

  @Test
  void aFirstNightIsProposedForTheNewestDayThatTheFilesSpeakFor() throws IOException {
    CaseSite site = CaseSite.lay(folder.resolve("site"));
    Path inbox = site.folder().resolve("inbox/ratings");
    Files.writeString(inbox.resolve("pj_20260501.csv"), "of May");
    Files.writeString(inbox.resolve("pj_20261111.csv"), "of a day that is not over");

    CaseSite.Run told = site.hall("status {site}", Instant.parse("2026-11-11T02:00:00Z"));

    assertThat(told.out())
        .contains("下一晚：业务日 2026-10-30（第一晚；报送目录里的文件从 2026-05-01 起，到这一天为止的一晚全部读完）")
        .contains("等待读入的文件 3 项：", "另有 1 份属于更晚的日期。");
    Files.delete(inbox.resolve("pj_20260501.csv"));
    assertThat(site.hall("status {site}", Instant.parse("2026-11-11T02:00:00Z")).out())
        .contains("下一晚：业务日 2026-10-30（第一晚；报送目录里的文件属于这一天）");
    FileUtils.cleanDirectory(site.folder().resolve("inbox").toFile());
    assertThat(site.hall("status {site}", Instant.parse("2026-11-11T02:00:00Z")).out())
        .contains("下一晚：业务日 2026-11-10，");
  }

  /** The options of a command that stands in a message. */
  private static List<String> options(CaseSite site) {
    String folder = site.folder().toString();
    return List.of(
        "--conf",
        folder + "/conf",
        "--store",
        site.store().toString(),
        "--inbox",
        folder + "/inbox");
  }

  /** So many lines of status from one that begins so. */
  private static List<String> lines(CaseSite site, String head, int most) throws IOException {
    Stream<String> lines = site.ends(0, "status {site}").out().lines();
    return lines.dropWhile(line -> !line.startsWith(head)).limit(most).toList();
  }

  private static JsonNode json(CaseSite site) throws IOException {
    return new ObjectMapper().readTree(site.ends(0, "status --format json {site}").out());
  }
}
