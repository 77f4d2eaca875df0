package hallmetrics.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.yaml.YamlFile.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site is read from its conf folder. */
class SiteLoaderTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

  @TempDir private Path conf;

  @Test
  void aSmallSiteHasEveryDefault() throws IOException {
    small();

    Site site = SiteLoader.load(conf);

    SiteOptions options = site.options();
    assertThat(options.name()).isEqualTo("示例市");
    assertThat(options.inbox()).isEqualTo(conf.resolve("inbox"));
    assertThat(options.store()).isEqualTo(conf.resolve("store").toString());
    assertThat(options.closeDay()).isEqualTo(5);
    assertThat(options.deliveriesBy()).isNull();
    assertThat(options.dutyLookBackDays()).isEqualTo(400);
    assertThat(options.retention()).isEqualTo(new SiteOptions.Retention(24, 24, 24));
    assertThat(options.catalog().type()).isEqualTo("sqlite");
    assertThat(options.key()).isEqualTo(new SiteOptions.KeyPlace(null, null));
    assertThat(site.calendar().isWorkday(LocalDate.of(2026, 10, 10))).isTrue();
    assertThat(site.policies().names()).contains("hotline.REPLY");
    assertThat(site.sources()).isEmpty();
    assertThat(site.fingerprints())
        .containsOnlyKeys("calendar", "catalogue", "policies", "registers", "targets");
  }

  @Test
  void everythingASiteSaysIsRead() throws IOException {
    small();
    write(
        "site.yaml",
        """
        name: 示例市
        city: "3607"
        inbox: /var/inbox
        store: hdfs://nn/hall
        close_day: 8
        deliveries_by: "06:30"
        unassigned_above: 2.5%
        headline_series: [bad_rate, tickets]
        key_file: secrets/hmac.key
        duty_look_back_days: 200
        retention: { text: 6m, person_keys: 1y, deliveries: 36m }
        edition_tags: 2y
        catalog: { type: postgresql, uri: "jdbc:postgresql://db/hall", user: hall, password_file: secrets/db }
        airflow: { url: "https://airflow", user: hall, token_file: /run/token, start_date: 2026-11-01 }
        """);
    write("sources/b.yaml", "source: b\n");
    write("sources/a.yaml", "source: a\n");
    write("sources/notes.txt", "none\n");
    write(
        "targets.csv",
        "metric,scope,scope_id,target,valid_from,valid_to,source\n"
            + "praise_rate,ALL,,98%,2026-01-01,,年度要点\n"
            + "bad_rate,REGION,,80/100000,,,\nbad_rate,REGION,360702,0.0005,,,\n");

    Site site = SiteLoader.load(conf);

    SiteOptions options = site.options();
    assertThat(options.inbox()).isEqualTo(Path.of("/var/inbox"));
    assertThat(options.store()).isEqualTo("hdfs://nn/hall");
    assertThat(options.deliveriesBy()).isEqualTo(LocalTime.of(6, 30));
    assertThat(options.unassignedAbove()).isEqualByComparingTo("0.025");
    assertThat(options.headlineSeries()).containsExactly("bad_rate", "tickets");
    assertThat(options.key().file()).isEqualTo(conf.resolve("secrets/hmac.key"));
    assertThat(options.retention()).isEqualTo(new SiteOptions.Retention(6, 12, 36));
    assertThat(options.editionTagMonths()).isEqualTo(24);
    assertThat(options.catalog().passwordFile()).isEqualTo(conf.resolve("secrets/db"));
    assertThat(options.airflow().tokenFile()).isEqualTo(Path.of("/run/token"));
    assertThat(options.airflow().dag()).isEqualTo("hall_nightly");
    assertThat(options.airflow().startDate()).isEqualTo("2026-11-01");
    assertThat(site.sources())
        .extracting(Named::name)
        .containsExactly(
            conf.resolve("sources/a.yaml").toString(), conf.resolve("sources/b.yaml").toString());
    assertThat(target(site, "praise_rate", "ALL", "")).isEqualTo(0.98);
    assertThat(target(site, "bad_rate", "REGION", "360702")).isEqualTo(0.0005);
    assertThat(target(site, "bad_rate", "REGION", "360703")).isEqualTo(0.0008);
    assertThat(site.targets().of("praise_rate", "ALL", "", LocalDate.of(2025, 12, 31))).isNull();
  }

  @Test
  void aMissingFolderSaysWhatToDo() {
    assertThatThrownBy(() -> SiteLoader.load(conf.resolve("none")))
        .isInstanceOfSatisfying(
            HallException.class,
            fault -> {
              assertThat(fault.code()).isEqualTo("no-conf");
              assertThat(fault.status()).isEqualTo(ExitStatus.USAGE);
              assertThat(fault.getMessage())
                  .startsWith("配置目录不存在 [no-conf]")
                  .contains("--conf", "HALL_CONF", "hall demo");
            });
    assertThatThrownBy(() -> SiteLoader.folder(null, " "))
        .hasMessageStartingWith("没有指定配置目录 [no-conf]");
    assertThat(SiteLoader.folder(Path.of("a"), "b")).isEqualTo(Path.of("a"));
    assertThat(SiteLoader.folder(null, "b")).isEqualTo(Path.of("b"));
  }

  @Test
  void aFolderWithoutSiteYamlIsNoConf() throws IOException {
    write("registers/region.csv", "region_id,name\n3607,示例市\n");

    assertThatThrownBy(() -> SiteLoader.load(conf))
        .hasMessageStartingWith("配置目录里没有 site.yaml [no-conf]");
  }

  @Test
  void whatItWasReadFromMakesTheSameSiteElsewhere(@TempDir Path elsewhere) throws IOException {
    small();
    write("catalogue/own.yaml", "pages: [{ id: p9, form: annex, metrics: [tickets] }]\n");
    write("gates.yaml", "gates: {}\n");
    Site site = SiteLoader.load(conf);

    for (Map.Entry<String, String> text : site.texts().entrySet()) {
      Path file = elsewhere.resolve(text.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, text.getValue());
    }
    Site again = SiteLoader.load(elsewhere);

    assertThat(again.fingerprints()).isEqualTo(site.fingerprints());
    assertThat(again.texts()).isEqualTo(site.texts());
    assertThat(again.catalogue().pages().toString())
        .isEqualTo(
            site.catalogue().pages().toString().replace(conf.toString(), elsewhere.toString()));
    assertThat(site.texts())
        .containsKeys(
            "site.yaml", "gates.yaml", "registers/calendar.csv", "builtin/evaluation.yaml");
  }

  @Test
  void theDemoCityIsSound() {
    Path demo = Path.of("..", "conf", "demo");

    assertThat(demo).isDirectory();
    assertThat(SiteLoader.load(demo).registers().regions(DAY)).isNotEmpty();
  }

  private static double target(Site site, String metric, String scope, String id) {
    return Objects.requireNonNull(site.targets().of(metric, scope, id, DAY), metric).target();
  }

  private void small() throws IOException {
    write("site.yaml", "name: 示例市\ncity: \"3607\"\n");
    write(
        "registers/region.csv",
        "region_id,name,parent_id\n3607,示例市,\n360702,清江区,3607\n360703,云山区,3607\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = conf.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
