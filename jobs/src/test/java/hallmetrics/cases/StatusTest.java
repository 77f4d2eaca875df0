package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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
    System.setProperty("hall.launch", "7f3a");
    CaseSite.Run night;
    try {
      night = site.hall("nightly --date 2026-11-03 {site}");
    } finally {
      System.clearProperty("hall.launch");
    }

    CaseSite.Run told = site.hall("status --launch 7f3a {site}");

    assertThat(told.status()).isEqualTo(night.status()).isEqualTo(3);
    assertThat(told.out()).isEqualTo(night.out());
  }

  private static JsonNode json(CaseSite site, String options) throws IOException {
    CaseSite.Run run = site.hall(("status " + options).strip() + " --format json {site}");
    assertThat(run.status()).as(run.all()).isZero();
    return new ObjectMapper().readTree(run.out());
  }
}
