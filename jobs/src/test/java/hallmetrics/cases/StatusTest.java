package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmetrics.journal.NightJson;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an operator and a scheduler are told of a store. */
class StatusTest {
  @TempDir private Path folder;

  @Test
  void anEmptyStoreSaysSo() throws IOException {
    CaseSite site = CaseSite.lay(folder.resolve("site"));

    CaseSite.Run run = site.hall("status {site}");

    assertThat(run.status()).as(run.all()).isZero();
    assertThat(run.out()).startsWith("还没有数据仓：" + site.store()).contains("等待读入的文件 2 项：");
    assertThat(Files.exists(site.store())).isFalse();
    JsonNode day = json(site, "--date 2026-11-02");
    assertThat(day.get("outcome").isNull()).isTrue();
  }

  @Test
  void aStoreSaysHowTheNightsWentAndWhatComesNext() throws IOException {
    CaseSite site = CaseSite.decided().copyTo(folder.resolve("site"));
    JsonNode status = json(site, "");

    assertThat(status.get("last_night").asText()).isEqualTo("2026-11-02");
    assertThat(status.get("running").isNull()).isTrue();
    assertThat(status.get("unrecorded").isNull()).isTrue();
    assertThat(status.at("/nights/0/outcome").asText()).isEqualTo("PUBLISHED");
    assertThat(status.at("/editions/0/newest").asText()).isEqualTo("2026-11-02");
    assertThat(status.at("/missing/as_of").asText()).isEqualTo("2026-11-02");
    assertThat(status.at("/next/date").asText()).isEqualTo("2026-11-03");
    assertThat(status.at("/next/closes")).isEmpty();
    assertThat(site.hall("status {site}").out())
        .contains("已定案到 2026-11-02", "现在没有运行占用。", "日版 1 期，最新 2026-11-02 第1版", "下一晚：业务日 2026-11-03");
    site.overlay(CaseSite.CASES.resolve("unclosed-quote").resolve("inbox"), "inbox");
    assertThat(json(site, "").at("/next/files/0").asText()).isEqualTo("pj_20261031.csv");
    site.hall("nightly --date 2026-11-04 {site}");
    JsonNode later = json(site, "");
    assertThat(later.at("/refused/0/code").asText()).isEqualTo("unclosed-quote");
    assertThat(later.at("/next/closes/0").asText()).isEqualTo("2026-10");
    assertThat(json(site, "--date 2026-11-04").get("outcome").asText())
        .isEqualTo("PUBLISHED_WITH_REFUSED");
  }

  @Test
  void aLaterAttemptThatFailedTakesNoEditionAway() throws IOException {
    CaseSite site = CaseSite.decided().copyTo(folder.resolve("site"));
    Files.move(site.folder().resolve("inbox"), site.folder().resolve("elsewhere"));
    assertThat(site.hall("nightly --date 2026-11-02 {site}").status()).isEqualTo(2);
    Files.move(site.folder().resolve("elsewhere"), site.folder().resolve("inbox"));

    JsonNode day = json(site, "--date 2026-11-02");

    assertThat(day.get("outcome").asText()).isEqualTo("FAILED");
    assertThat(day.get("edition").asInt()).isEqualTo(1);
    assertThat(site.hall("status --date 2026-11-02 {site}").out().lines().findFirst().orElse(""))
        .startsWith("业务日 2026-11-02：已发布，第1版有效；最近一次运行（")
        .endsWith("）：出错");
    assertThat(json(site, "--date 2026-11-03").get("edition").isNull()).isTrue();
  }

  @Test
  void aDamagedRecordIsNamedAndTheRestIsShown() throws IOException {
    CaseSite site = CaseSite.decided().copyTo(folder.resolve("site"));
    Path torn = site.store().resolve("runs/20991103T000000000-r00000009.json");
    Path noText = site.store().resolve("runs/20991103T000000001-nightly.json");
    Files.writeString(torn, "{ \"run\": ");

    CaseSite.Run run = site.hall("status {site}");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("[record-damaged]", "runs/" + torn.getFileName(), "下一步：");
    assertThat(run.out()).contains("已定案到 2026-11-02", "2026-11-02  已发布", "下一晚：业务日 2026-11-03");
    Files.write(noText, new byte[] {(byte) 0xff, 0});
    CaseSite.Run two = site.hall("status --format json {site}");
    assertThat(two.status()).isEqualTo(3);
    assertThat(two.err()).contains("2 份运行记录", torn.getFileName().toString(), "-nightly.json");
    JsonNode told = new ObjectMapper().readTree(two.out());
    assertThat(told.get("damaged_records")).hasSize(2);
    assertThat(told.at("/nights/0/outcome").asText()).isEqualTo("PUBLISHED");
    CaseSite.Run day = site.hall("status --date 2026-11-02 {site}");
    assertThat(day.status()).isEqualTo(3);
    assertThat(day.out()).startsWith("业务日 2026-11-02：已发布");
    CaseSite.Run launch = site.hall("status --launch unheard-of {site}");
    assertThat(launch.status()).isEqualTo(3);
    assertThat(launch.err()).contains("[record-damaged]");
    Files.delete(torn);
    Files.delete(noText);
    assertThat(site.hall("status {site}").status()).isZero();
  }

  @Test
  void theDamagedRecordOfTheNewestRunIsNotOneThatWasNeverWritten() throws IOException {
    CaseSite site = CaseSite.decided().copyTo(folder.resolve("site"));
    try (Stream<Path> records = Files.list(site.store().resolve("runs"))) {
      for (Path record : records.filter(one -> one.toString().endsWith(".json")).toList()) {
        Files.writeString(record, "{");
      }
    }

    CaseSite.Run run = site.hall("status {site}");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("已定案到 2026-11-02").doesNotContain("没有运行记录");
  }

  @Test
  @Timeout(120)
  void aNewFileIsCountedWithoutReadingItAndARepeatedOneIsNot() throws IOException {
    CaseSite site = CaseSite.decided().copyTo(folder.resolve("site"));
    Path inbox = site.folder().resolve("inbox/ratings");
    Files.copy(inbox.resolve("pj_20261030.csv"), inbox.resolve("pj_20261101.csv"));
    Files.writeString(inbox.resolve("pj_20261102.csv"), "twice\n");
    Files.writeString(inbox.resolve("pj_20261103.csv"), "twice\n");
    try (RandomAccessFile hollow =
        new RandomAccessFile(inbox.resolve("pj_20261031.csv").toFile(), "rw")) {
      hollow.setLength(1L << 39);
    }

    JsonNode files = json(site, "").at("/next/files");

    assertThat(files)
        .extracting(JsonNode::asText)
        .containsExactly("pj_20261031.csv", "pj_20261102.csv");
  }

  @Test
  void aRunThatHoldsTheStoreIsNamed() throws IOException {
    CaseSite site = CaseSite.decided().copyTo(folder.resolve("site"));
    try (Hindrance lock = Hindrance.of("lock", site)) {
      assertThat(lock).isNotNull();
      assertThat(json(site, "").get("running").asText()).contains("hall nightly --date 2026-11-03");
    }
    assertThat(json(site, "").get("running").isNull()).isTrue();
  }

  @Test
  void aSchedulerIsToldWhatTheDayWaitsFor() throws IOException {
    CaseSite site = CaseSite.decided().copyTo(folder.resolve("site"));
    Path conf = site.folder().resolve("conf");
    Path top = conf.resolve("site.yaml");
    Files.writeString(top, Files.readString(top) + "deliveries_by: \"06:00\"\n");
    Path source = conf.resolve("sources/ratings.yaml");
    String text = Files.readString(source);
    Files.writeString(source, text.replace("fields:", "expect: { every: workday }\nfields:"));

    JsonNode day = json(site, "--date 2026-11-03");
    assertThat(day.get("deliveries_by").asText()).isEqualTo("2026-11-04T06:00:00+08:00");
    assertThat(day.get("deliveries")).hasSize(1);
    assertThat(day.at("/deliveries/0/source").asText()).isEqualTo("ratings");
    assertThat(day.at("/deliveries/0/arrived").asBoolean()).isFalse();
    Path inbox = site.folder().resolve("inbox/ratings");
    Files.writeString(inbox.resolve("pj_20261103.csv"), "not yet read\n");
    assertThat(json(site, "--date 2026-11-03").at("/deliveries/0/arrived").asBoolean()).isTrue();
    assertThat(json(site, "--date 2026-10-30").at("/deliveries/0/arrived").asBoolean()).isTrue();
    assertThat(json(site, "--date 2026-11-01").get("deliveries")).isEmpty();
  }

  @Test
  void aLaunchEndsAsItsNightDid() throws IOException {
    CaseSite site = CaseSite.decided().copyTo(folder.resolve("site"));
    site.overlay(CaseSite.CASES.resolve("unclosed-quote").resolve("inbox"), "inbox");
    CaseSite.Run night = launched("7f3a", site);

    CaseSite.Run told = site.hall("status --launch 7f3a {site}");
    assertThat(told.status()).isEqualTo(night.status()).isEqualTo(3);
    assertThat(told.out()).isEqualTo(night.out());

    // what the DAG reads where the driver ran on another machine
    CaseSite.Run json = site.hall("status --launch 7f3a --format json {site}");
    assertThat(json.status()).isEqualTo(3);
    assertThat(NightJson.read(json.out()).launch()).isEqualTo("7f3a");
  }

  @Test
  void aLaunchOfAClusterIsFoundByTheIdItWasGivenAndByItsOwn() throws IOException {
    CaseSite site = CaseSite.decided().copyTo(folder.resolve("site"));
    assertThat(launched("7f3a@20261104-1", site).status()).isZero();

    assertThat(site.hall("status --launch 7f3a {site}").status()).isZero();
    assertThat(site.hall("status --launch 7f3a@20261104-1 {site}").status()).isZero();
    assertThat(site.hall("status --launch 7f3 {site}").all()).contains("[launch-unknown]");
    assertThat(site.hall("status --launch 7f3a@20261104-2 {site}").status()).isEqualTo(4);
  }

  private static CaseSite.Run launched(String id, CaseSite site) throws IOException {
    System.setProperty("hall.launch", id);
    try {
      return site.hall("nightly --date 2026-11-03 {site}");
    } finally {
      System.clearProperty("hall.launch");
    }
  }

  private static JsonNode json(CaseSite site, String options) throws IOException {
    CaseSite.Run run = site.hall(("status " + options).strip() + " --format json {site}");
    assertThat(run.status()).as(run.all()).isZero();
    return new ObjectMapper().readTree(run.out());
  }
}
