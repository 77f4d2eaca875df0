package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hallmetrics.edition.Editions;
import hallmetrics.journal.Journal;
import hallmetrics.journal.NightJson;
import hallmetrics.journal.NightRecord;
import hallmetrics.journal.NightRecord.EditionNote;
import hallmetrics.journal.NightRecord.FileNote;
import hallmetrics.journal.NightRecord.FileState;
import hallmetrics.journal.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every night leaves a record in its store and in the file a scheduler asks for. */
class NightRecordTest {
  private static CaseSite base = new CaseSite(Path.of(""));

  @TempDir private Path folder;

  @BeforeAll
  static void oneNight() throws IOException {
    base = CaseSite.decided();
  }

  @Test
  void aPublishedNightSaysWhatCameInAndWhatWentOut() throws IOException {
    CaseSite site = base.copyTo(folder.resolve("site"));
    deliver(site, "pj_20261103.csv", rows("A", 20, "5") + rows("B", 2, "9"));

    NightRecord record = night(site, 0, "nightly --date 2026-11-03 {site}");

    assertThat(record.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(record.run()).isEqualTo("r00000002");
    assertThat(record.asOf()).isEqualTo("2026-11-03");
    assertThat(record.code()).isNull();
    assertThat(record.cause()).isNull();
    assertThat(record.launch()).matches("\\d{8}T\\d{6}\\.\\d{3}-\\d+");
    assertThat(record.launcher()).isEqualTo("java");
    assertThat(record.files())
        .containsExactly(new FileNote("pj_20261103.csv", "ratings", FileState.READ, null, 22));
    assertThat(record.fates())
        .isEqualTo(sorted("ratings", sorted("ACCEPTED", 20L, "REJECTED", 2L)));
    Path edition = new Editions(site.store()).current("2026-11-03").orElseThrow();
    String hash = Editions.manifest(edition).figuresHash();
    assertThat(record.editions()).containsExactly(new EditionNote("2026-11-03", 1, hash));
    assertThat(record.missing()).isEmpty();
    assertThat(record.stages())
        .extracting(NightRecord.StageNote::stage)
        .containsExactly("启动", "读取报送", "按日计数", "发布日版");
    assertThat(record.secondsByStage().values().stream().mapToDouble(s -> s).sum())
        .isBetween(record.seconds() - 0.01, record.seconds() + 0.01);
    assertThat(record.usage().cpuSeconds()).isPositive();
    assertThat(record.lines()).last().asString().contains("已发布日版 2026-11-03");
    assertThat(gauges(site))
        .contains("hall_night_success 1.0", "hall_night_rows{fate=\"REJECTED\"} 2.0")
        .contains("hall_night_files{state=\"REFUSED\"} 0.0")
        .contains("hall_night_stage_seconds{stage=\"按日计数\"}")
        .contains("hall_night_last_published_timestamp_seconds ");
  }

  @Test
  void exitThreeAndPublishedIsToldFromExitThreeAndNot() throws IOException {
    CaseSite site = base.copyTo(folder.resolve("site"));
    site.overlay(CaseSite.CASES.resolve("unclosed-quote").resolve("inbox"), "inbox");

    NightRecord published = night(site, 3, "nightly --date 2026-11-03 {site}");

    assertThat(published.outcome()).isEqualTo(Outcome.PUBLISHED_WITH_REFUSED);
    assertThat(published.exitStatus()).isEqualTo(3);
    assertThat(published.cause()).contains("pj_20261031.csv [unclosed-quote]");
    assertThat(published.files(FileState.REFUSED)).isEqualTo(1);
    assertThat(published.editions()).extracting(EditionNote::period).containsExactly("2026-11-03");

    deliver(site, "pj_20261103.csv", rows("C", 5, "5") + rows("D", 5, "5").replace(",2,", ",x,"));
    deliver(site, "pj_20261104.csv", rows("A", 200, "5") + rows("B", 100, "9"));
    NightRecord refused = night(site, 3, "nightly --date 2026-11-04 {site}");

    assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED_BY_GATE);
    assertThat(refused.exitStatus()).isEqualTo(3);
    assertThat(refused.code()).isEqualTo("share-rejected");
    assertThat(refused.cause())
        .isEqualTo(
            "本晚被“退回记录过多”拦下：来源 ratings 的 310 条中退回 105 条，最多的原因 unknown-code:satisfaction 100 条，"
                + "最多的文件 pj_20261104.csv 100 条。明细：refused/r00000003/quarantine.csv。");
    Path explained = site.store().resolve("refused/r00000003");
    assertThat(refused.lines()).anyMatch(line -> line.endsWith(explained + "/quarantine.csv"));
    assertThat(refused.fates())
        .isEqualTo(sorted("ratings", sorted("UNDECIDED", 205L, "REJECTED", 105L)));
    assertThat(refused.rowsIn()).isEqualTo(310);
    assertThat(Files.readString(explained.resolve("fates.csv"))).contains("UNDECIDED");
    assertThat(refused.files())
        .extracting(FileNote::name, FileNote::state, FileNote::records)
        .containsExactly(
            tuple("pj_20261031.csv", FileState.REFUSED_BEFORE, 0L),
            tuple("pj_20261103.csv", FileState.READ, 10L),
            tuple("pj_20261104.csv", FileState.READ, 300L));
    assertThat(refused.run()).isEqualTo("r00000003");
    assertThat(refused.editions()).isEmpty();
    assertThat(gauges(site))
        .contains("hall_night_success 0.0", "hall_night_rows{fate=\"UNDECIDED\"} 205.0")
        .contains("hall_night_files{state=\"REFUSED_BEFORE\"} 1.0")
        .contains("last_published_timestamp_seconds " + seconds(published));
  }

  @Test
  void aNightWithNothingNewIsRecordedAndLeavesTheGauges() throws IOException {
    CaseSite site = base.copyTo(folder.resolve("site"));
    String before = gauges(site);

    NightRecord record = night(site, 0, "nightly --date 2026-11-02 {site}");

    assertThat(record.outcome()).isEqualTo(Outcome.NOTHING_NEW);
    assertThat(record.run()).isNull();
    assertThat(record.cause()).isEqualTo("2026-11-02 已发布且没有新的报送，无需重跑。");
    assertThat(gauges(site)).isEqualTo(before);
    Files.delete(new Journal(site.store()).gauges());
    night(site, 0, "nightly --date 2026-11-02 {site}");
    assertThat(gauges(site)).contains("hall_night_success 1.0");
    assertThat(new Journal(site.store()).newest(9, any -> true)).hasSize(3);
  }

  @Test
  void aNightTriedOutIsRecordedAsThat() throws IOException {
    CaseSite site = base.copyTo(folder.resolve("site"));
    String before = gauges(site);

    NightRecord record = night(site, 0, "nightly --dry-run --date 2026-11-03 {site}");

    assertThat(record.outcome()).isEqualTo(Outcome.DRY_RUN);
    assertThat(record.editions()).isEmpty();
    assertThat(gauges(site)).isEqualTo(before);
  }

  @Test
  void aNightTriedOutThatAGateWouldRefuseLeavesTheStoreAsItWas() throws IOException {
    CaseSite site = base.copyTo(folder.resolve("site"));
    deliver(site, "pj_20261103.csv", rows("A", 180, "5") + rows("B", 40, "9"));
    int runs = site.runs();
    List<String> kept = kept(site);

    NightRecord record = night(site, 3, "nightly --dry-run --date 2026-11-03 {site}");

    assertThat(record.outcome()).isEqualTo(Outcome.DRY_RUN);
    assertThat(record.code()).isEqualTo("share-rejected");
    assertThat(record.lines()).anyMatch(line -> line.startsWith("退回记录：pj_20261103.csv"));
    assertThat(record.lines()).last().asString().contains("Dry run: gate share-rejected");
    assertThat(site.runs()).isEqualTo(runs);
    assertThat(kept(site)).isEqualTo(kept);
    night(site, 0, "nightly --dry-run --accept-gate share-rejected --date 2026-11-03 {site}");
    assertThat(site.runs()).isEqualTo(runs);
    assertThat(kept(site)).isEqualTo(kept);
    assertThat(site.hall("status --date 2026-11-03 {site}").out()).contains("还没有跑过");
  }

  /** Every file of a store but the records of its nights and the tables, which branches touch. */
  private static List<String> kept(CaseSite site) throws IOException {
    try (Stream<Path> all = Files.walk(site.store())) {
      return all.map(file -> site.store().relativize(file).toString())
          .filter(name -> !name.matches("(runs/|warehouse|catalog[.]db|[.]?run[.]lock).*"))
          .sorted()
          .toList();
    }
  }

  @Test
  void aFaultIsRecordedInTheStoreAndLeavesTheGaugesWhereAnotherRunIs() throws IOException {
    CaseSite site = base.copyTo(folder.resolve("site"));
    String before = gauges(site);
    try (Hindrance lock = Hindrance.of("lock", site)) {
      assertThat(lock).isNotNull();
      NightRecord record = night(site, 4, "nightly --date 2026-11-03 {site}");

      assertThat(record.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(record.code()).isEqualTo("store-busy");
      assertThat(record.cause()).startsWith("另一次运行正占用数据仓");
      assertThat(record.lines()).anyMatch(line -> line.startsWith("下一步："));
    }
    assertThat(gauges(site)).isEqualTo(before);
    Files.move(site.folder().resolve("inbox"), site.folder().resolve("elsewhere"));
    assertThat(night(site, 2, "nightly --date 2026-11-03 {site}").code()).isEqualTo("no-inbox");
    assertThat(gauges(site)).contains("hall_night_success 0.0");
  }

  @Test
  void whatEndsARunBeforeThereIsAStoreIsInTheFile() throws IOException {
    CaseSite site = CaseSite.lay(folder.resolve("site"));
    Path file = folder.resolve("night.json");
    Files.writeString(file, "what an earlier attempt left");

    assertThat(CaseSite.run(words("nightly --date 2026-11-03 --conf nowhere --record", file)))
        .returns(2, CaseSite.Run::status);
    assertThat(read(file)).returns("no-conf", NightRecord::code);
    assertThat(CaseSite.run(words("nightly --date yesterday --record", file)))
        .returns(2, CaseSite.Run::status);
    assertThat(read(file))
        .returns("usage", NightRecord::code)
        .returns(Outcome.FAILED, NightRecord::outcome);
    assertThat(Files.exists(site.store())).isFalse();
    CaseSite.Run run = site.hall("nightly --date 2026-11-03 --record /proc/night.json {site}");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("[record-unwritable]");
    assertThat(Files.exists(site.store())).isFalse();
  }

  /** Runs a night; the record it leaves in the store is the one in the file. */
  private NightRecord night(CaseSite site, int status, String line) throws IOException {
    Path file = folder.resolve("asked").resolve("night.json");
    CaseSite.Run run = site.hall(line + " --record " + file);
    assertThat(run.status()).as(run.all()).isEqualTo(status);
    NightRecord asked = read(file);
    NightRecord kept = new Journal(site.store()).newest(any -> true).orElseThrow();
    assertThat(NightJson.text(kept)).isEqualTo(Files.readString(file));
    assertThat(asked.exitStatus()).isEqualTo(status);
    assertThat(run.all().lines().toList()).containsAll(asked.lines());
    try (Stream<Path> left = Files.list(site.store().resolve("runs"))) {
      assertThat(left).noneMatch(path -> path.toString().endsWith(".new"));
    }
    return asked;
  }

  private static NightRecord read(Path file) throws IOException {
    return NightJson.read(Files.readString(file));
  }

  private static String gauges(CaseSite site) throws IOException {
    return Files.readString(new Journal(site.store()).gauges());
  }

  private static String seconds(NightRecord record) {
    return Double.toString(record.ended().toEpochMilli() / 1000.0);
  }

  private static String[] words(String line, Path last) {
    return Stream.concat(List.of(line.split(" ", -1)).stream(), Stream.of(last.toString()))
        .toArray(String[]::new);
  }

  private static void deliver(CaseSite site, String name, String rows) throws IOException {
    Files.writeString(
        site.folder().resolve("inbox/ratings").resolve(name), CaseSite.RATINGS + rows);
  }

  private static String rows(String key, int count, String satisfaction) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String at = "2026-11-03 09:00:00";
      rows.append(key + i + "," + at + "," + satisfaction + ",2,D1,H1,GA,,," + at + ",\n");
    }
    return rows.toString();
  }

  private static <V> TreeMap<String, V> sorted(String key, V value) {
    TreeMap<String, V> map = new TreeMap<>();
    map.put(key, value);
    return map;
  }

  private static <V> TreeMap<String, V> sorted(String k, V v, String key, V value) {
    TreeMap<String, V> map = sorted(k, v);
    map.put(key, value);
    return map;
  }
}
