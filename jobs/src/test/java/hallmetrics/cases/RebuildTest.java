package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.edition.EditionTable;
import hallmetrics.edition.Editions;
import hallmetrics.edition.Manifest;
import hallmetrics.edition.MetricRow;
import hallmetrics.edition.ParquetTable;
import hallmetrics.ledger.Failpoint;
import hallmetrics.ledger.StoreLocation;
import hallmetrics.testing.TestSession;
import hallmetrics.time.DeadlinePolicies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hall publish --rebuild} at the front door: an edition comes out again as published. */
class RebuildTest {
  private static final String CORRECTION =
      """
      评价编号,评价时间,满意度,渠道,区划,大厅,部门,留言,证件号,更新时间,姓名
      P0101,2026-10-31 09:01:00,2,1,D3,H3,,很久,,2026-10-31 09:01:00,
      P0036,2026-10-26 13:12:00,4,1,D3,H3,,,,2026-10-31 13:12:00,
      """;

  @TempDir private static Path folder;
  private static CaseSite twice = new CaseSite(Path.of(""));

  @TempDir private Path own;
  private CaseSite site = twice;
  private Map<String, String> published = Map.of();

  /** The month is published, a late correction comes, it is published again. */
  @BeforeAll
  static void twoEditions() throws IOException {
    twice = CaseSite.decided().copyTo(folder.resolve("site"));
    good("publish --period 2026-10 {site}", twice);
    Files.writeString(twice.folder().resolve("inbox/ratings/pj_20261031.csv"), CORRECTION);
    good("ingest {site}", twice);
    good("publish --period 2026-10 --reason 补收评价 {site}", twice);
  }

  @BeforeEach
  void aCopy() throws IOException {
    site = twice.copyTo(own.resolve("site"));
    published = editions();
  }

  @AfterEach
  void nothingPublishedWasTouched() {
    assertThat(editions()).isEqualTo(published);
  }

  private Map<String, String> editions() {
    return Editions.hashes(site.store().resolve("editions"));
  }

  private static String good(String line, CaseSite at) throws IOException {
    CaseSite.Run run = at.hall(line);
    assertThat(run.status()).as(run.all()).isZero();
    return run.out();
  }

  private CaseSite.Run rebuild(int edition) throws IOException {
    return site.hall("publish --period 2026-10 --rebuild --edition " + edition + " {site}");
  }

  private Path edition(int edition) {
    return new Editions(site.store()).folder("2026-10", edition);
  }

  private void refused(CaseSite.Run run, int status, String... said) {
    assertThat(run.status()).as(run.all()).isEqualTo(status);
    assertThat(run.err()).contains(said).contains("下一步：");
  }

  @Test
  void eachEditionComesOutAgainAsItWasPublished() throws IOException {
    assertThat(Editions.manifest(edition(1)).figuresHash())
        .isNotEqualTo(Editions.manifest(edition(2)).figuresHash());
    for (int edition : List.of(1, 2)) {
      CaseSite.Run run = rebuild(edition);

      assertThat(run.status()).as(run.all()).isZero();
      assertThat(run.out())
          .contains("第" + edition + "版重算一致")
          .contains("figures_hash  ", "ledger  ", "inputs  " + (edition + 1) + " 份报送")
          .doesNotContain("处不同", "另一版本");
      Path again = site.store().resolve("rebuilt/2026-10/" + edition);
      for (EditionTable<?> table : EditionTable.ALL) {
        assertThat(again.resolve(table.file()))
            .as(table.name())
            .hasSameBinaryContentAs(edition(edition).resolve(table.file()));
      }
      assertThat(again.resolve("conf/site.yaml")).exists();
    }
  }

  @Test
  void whatTheConfigurationBecameSinceDoesNotMatter() throws IOException {
    Path conf = site.folder().resolve("conf");
    Files.writeString(
        conf.resolve("targets.csv"),
        "metric,scope,scope_id,target,valid_from,valid_to,source\npraise_rate,ALL,,0.5,2025-01-01,,试验\n");
    Files.writeString(
        conf.resolve("registers/deadline_policy.csv"),
        DeadlinePolicies.builtInText().replace("RECTIFY_SIMPLE,5,", "RECTIFY_SIMPLE,9,"));
    Path source = conf.resolve("sources/ratings.yaml");
    Files.writeString(source, Files.readString(source).replace("试验评价系统", "新评价系统"));

    assertThat(rebuild(1).out()).contains("第1版重算一致");
    good("nightly --date 2026-11-03 {site}", site);
    good("publish --period 2026-10 --reason 新目标 {site}", site);
    published = editions();
    assertThat(Editions.manifest(edition(3)).fingerprint())
        .isNotEqualTo(Editions.manifest(edition(2)).fingerprint());
    assertThat(rebuild(3).out()).contains("第3版重算一致");
  }

  @Test
  void anEditionNobodyPublishedIsUnknown() throws IOException {
    refused(rebuild(3), 2, "[edition-unknown]", "2026-10 有第1版至第2版");
    refused(
        site.hall("publish --period 2026-09 --rebuild --edition 1 {site}"),
        2,
        "[edition-unknown]",
        "2026-10");
    refused(
        site.hall("publish --period 2026-11-02 --rebuild --edition 1 {site}"),
        2,
        "[edition-without-conf]");
  }

  @Test
  void aDamagedConfIsNamed() throws IOException {
    Path conf = edition(1).resolve("conf.zip");
    byte[] bytes = Files.readAllBytes(conf);
    bytes[bytes.length / 2] ^= 1;
    Files.write(conf, bytes);
    published = editions();

    refused(rebuild(1), 3, "[edition-damaged]", "2026-10/1/conf.zip");
  }

  @Test
  void aConfThisProgramTakesNoMoreIsSaidWithTheVersionThatTookIt() throws IOException {
    Path conf = edition(1).resolve("conf.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(conf))) {
      zip.putNextEntry(new ZipEntry("site.yaml"));
      zip.write("towns: none\n".getBytes(StandardCharsets.UTF_8));
    }
    Manifest manifest = Editions.manifest(edition(1));
    said(manifest, "hallmetrics 9.1", Editions.hashes(edition(1)), manifest.figuresHash());

    refused(rebuild(1), 2, "[edition-conf]", "hallmetrics 9.1", "conf/site.yaml");
  }

  @Test
  void aDamagedManifestIsNamed() throws IOException {
    Path manifest = edition(1).resolve("manifest.json");
    Files.writeString(manifest, "{ \"period\": ");
    published = editions();

    refused(rebuild(1), 3, "[edition-damaged]", "2026-10/1/manifest.json");
  }

  @Test
  void aTagThatIsGoneIsSaidWithItsRetention() throws IOException {
    SparkSession spark = TestSession.on(StoreLocation.local(site.store()));
    spark.sql("alter table h.ledger.evaluation drop tag `edition-2026-10-1`");

    refused(rebuild(1), 3, "[edition-untagged]", "ledger.evaluation", "24 个月");
  }

  @Test
  void aDamagedTableCanBeRestoredFromWhatWasComputedAgain() throws IOException {
    Path metrics = edition(1).resolve("metrics.parquet");
    byte[] whole = Files.readAllBytes(metrics);
    Files.write(metrics, new byte[] {1, 2, 3});
    Path again = site.store().resolve("rebuilt/2026-10/1/metrics.parquet");
    published = editions();

    refused(rebuild(1), 3, "[edition-damaged]", "2026-10/1/metrics.parquet（重算", "可拿来恢复");
    assertThat(again).hasBinaryContent(whole);
  }

  @Test
  void aDamagedTableIsToldBeforeAnyDifference() throws IOException {
    Manifest manifest = Editions.manifest(edition(1));
    Map<String, String> files = new TreeMap<>(manifest.files());
    files.put("metrics.parquet", "0".repeat(64));
    said(manifest, manifest.software(), files, manifest.figuresHash());

    refused(
        rebuild(1),
        3,
        "[edition-damaged]",
        "重算也与清单不同",
        "2026-10/1/metrics.parquet；不同之处：metrics 1 处",
        "rebuilt/2026-10/1/differences.csv");
    assertThat(site.store().resolve("rebuilt/2026-10/1/differences.csv")).exists();
    try (Stream<Path> all = Files.list(site.store().resolve("rebuilt/2026-10"))) {
      assertThat(all).hasSize(1);
    }
  }

  @Test
  void anEditionCutOffWhileItsTablesWereTaggedCanBeRebuiltWhenItStands() throws IOException {
    Files.writeString(
        site.folder().resolve("inbox/ratings/pj_20261101.csv"),
        CORRECTION.replace("P0101", "P0102"));
    good("ingest {site}", site);
    Failpoint.ask("commit:3:ioexception");
    try {
      CaseSite.Run cut = site.hall("publish --period 2026-10 --reason 再补 {site}");
      assertThat(cut.status()).as(cut.all()).isNotZero();
    } finally {
      Failpoint.ask(null);
    }
    assertThat(editions()).isEqualTo(published);
    Files.writeString(
        site.folder().resolve("inbox/ratings/pj_20261102.csv"),
        CORRECTION.replace("P0101", "P0103"));
    good("ingest {site}", site);

    good("publish --period 2026-10 --reason 再补 {site}", site);

    published = editions();
    assertThat(rebuild(3).out()).contains("第3版重算一致");
  }

  @Test
  void whatDiffersIsToldRowByRow() throws IOException {
    Path metrics = edition(1).resolve("metrics.parquet");
    List<MetricRow> rows = ParquetTable.read(metrics, MetricRow.class);
    Files.delete(metrics);
    ParquetTable.write(metrics, MetricRow.class, rows.subList(0, rows.size() - 1));
    Manifest manifest = Editions.manifest(edition(1));
    Map<String, String> files = Editions.hashes(edition(1));
    said(manifest, manifest.software(), files, "0".repeat(64));

    CaseSite.Run run = rebuild(1);

    refused(run, 3, "[rebuild-differs]", "metrics 1 处、figures_hash 1 处", "differences.csv");
    MetricRow last = rows.get(rows.size() - 1);
    assertThat(run.out())
        .contains("rankings  ")
        .contains("metric=" + last.metric(), "：已发布 无，重算 有", "figures_hash：已发布 000000");
    assertThat(site.store().resolve("rebuilt/2026-10/1/differences.csv"))
        .content()
        .contains("part,row,column,published,rebuilt", "figures_hash");
  }

  @Test
  void anotherVersionOfTheProgramIsSaid() throws IOException {
    Manifest manifest = Editions.manifest(edition(1));
    said(manifest, "hallmetrics 0.0.9", manifest.files(), manifest.figuresHash());
    CaseSite.Run same = rebuild(1);
    assertThat(same.status()).as(same.all()).isZero();
    assertThat(same.out()).contains("hallmetrics 0.0.9", "另一版本", "第1版重算一致");

    said(manifest, "hallmetrics 0.0.9", manifest.files(), "0".repeat(64));
    refused(rebuild(1), 3, "[rebuild-differs]", "hallmetrics 0.0.9");
  }

  /** Lets the first edition's manifest say otherwise. */
  private void said(Manifest m, String software, Map<String, String> files, String figuresHash)
      throws IOException {
    Manifest other =
        new Manifest(
            m.period(),
            m.edition(),
            m.reason(),
            m.asOf(),
            m.inputs(),
            m.ledger(),
            m.definitions(),
            software,
            m.fingerprint(),
            figuresHash,
            files);
    Files.writeString(edition(1).resolve("manifest.json"), other.toJson());
    published = editions();
  }
}
