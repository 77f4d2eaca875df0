package hallmetrics.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.command.Terminal;
import hallmetrics.command.Verbs;
import hallmetrics.edition.Editions;
import hallmetrics.ledger.RunLock;
import hallmetrics.ledger.StoreLocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hall sql} at the front door. */
class SqlTest {
  private static final String NEXT_NIGHT =
      """
      评价编号,评价时间,满意度,渠道,区划,大厅,部门,留言,证件号,更新时间,姓名
      P0101,2026-10-31 09:01:00,2,1,D3,H3,,=很久,110101199003070011,2026-10-31 09:01:00,
      P0036,2026-10-26 13:12:00,4,1,D3,H3,,,,2026-10-31 13:12:00,
      """;

  @TempDir private static Path folder;
  private static CaseSite site = new CaseSite(Path.of(""));

  /** A second night brings one rating and corrects another; the month is published again. */
  @BeforeAll
  static void twoNights() throws IOException {
    site = CaseSite.decided().copyTo(folder.resolve("site"));
    ok("publish", "--period", "2026-10");
    Files.writeString(site.folder().resolve("inbox/ratings/pj_20261031.csv"), NEXT_NIGHT);
    ok("ingest");
    ok("publish", "--period", "2026-10", "--reason", "补收");
  }

  @Test
  void aNamedQueryNarrowsAViewUnderItsNameAndNobodyIsToldTheEnvironment() {
    String sql =
        "with evaluation as (select * from evaluation where line < 4)"
            + " select count(*) as few, '${env:PATH}' as said from evaluation";
    assertThat(ok("sql", sql)).contains("${env:PATH}");
  }

  private static CaseSite.Run hall(CaseSite at, String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.addAll(at.options());
    return CaseSite.run(line.toArray(String[]::new));
  }

  private static String ok(String... words) {
    CaseSite.Run run = hall(site, words);
    assertThat(run.status()).as(run.all()).isZero();
    return run.out();
  }

  private static String csv(String sql) {
    return ok("sql", sql, "--format", "csv");
  }

  private static void refused(String sql, String... said) {
    CaseSite.Run run = hall(site, "sql", sql);
    assertThat(run.status()).as(run.all()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(said);
  }

  @Test
  void theNewestVersionOfARecordIsSeenOnceInShanghaiTime() {
    assertThat(
            csv(
                "select source_record_id, satisfaction, assess_ts, event_date, is_default, text"
                    + " from evaluation where source_record_id in ('P0036', 'P0101') order by 1"))
        .isEqualTo(
            "source_record_id,satisfaction,assess_ts,event_date,is_default,text\r\n"
                + "P0036,4,2026-10-26 13:12:00,2026-10-26,false,\r\n"
                + "P0101,2,2026-10-31 09:01:00,2026-10-31,false,'=很久\r\n");
    assertThat(csv("select count(*) n, count(distinct source_record_id) d from evaluation"))
        .isEqualTo("n,d\r\n49,49\r\n");
  }

  @Test
  void controlTablesDerivedTablesAndFunctionsAreThere() {
    assertThat(csv("select state, count(*) n from deliveries group by state"))
        .isEqualTo("state,n\r\nREAD,3\r\n");
    assertThat(csv("select fate, sum(records) n from fates group by fate order by fate"))
        .startsWith("fate,n\r\nACCEPTED,");
    assertThat(csv("select seq, state from runs order by seq"))
        .isEqualTo("seq,state\r\n1,DECIDED\r\n2,DECIDED\r\n");
    assertThat(
            csv(
                "select (select count(*) from quarantine) q, sum(n) = 49 whole from daily"
                    + " where measure = 'evaluations_received' or false group by 1"))
        .startsWith("q,whole\r\n");
    assertThat(csv("select count(*) n from bad_rating where satisfaction > 2"))
        .isEqualTo("n\r\n0\r\n");
    assertThat(
            csv(
                "select working_days_between(date '2026-09-30', date '2026-10-09') d,"
                    + " place_name('REGION', place_region('D3', null, date '2026-10-01'),"
                    + " date '2026-10-01') p"))
        .isEqualTo("d,p\r\n2,南湾县\r\n");
  }

  @Test
  void editionsAreSeenByTheirNewestAndOlderOnesAreAskedFor() {
    String rate = " where metric = 'evaluations' and scope = 'ALL' and split = ''";
    assertThat(
            csv(
                "select period, edition, numerator from edition_metrics"
                    + rate
                    + " and period = '2026-10'"))
        .isEqualTo("period,edition,numerator\r\n2026-10,2,49\r\n");
    assertThat(
            csv(
                "select edition, is_current, numerator from edition_metrics_all"
                    + rate
                    + " and period = '2026-10' order by edition"))
        .isEqualTo("edition,is_current,numerator\r\n1,false,48\r\n2,true,49\r\n");
    assertThat(csv("select edition, reason from editions where period = '2026-10' and is_current"))
        .isEqualTo("edition,reason\r\n2,补收\r\n");
    assertThat(csv("select count(*) > 0 some from edition_restatements where edition = 2"))
        .isEqualTo("some\r\ntrue\r\n");
    assertThat(csv("select count(*) n from edition_score")).isEqualTo("n\r\n0\r\n");
  }

  @Test
  void aTableOnTheTerminalIsCutAndSaysSo() {
    List<String> lines =
        ok("sql", "select id, 0.5 half, null as x from range(60)").lines().toList();
    assertThat(lines).hasSize(52);
    assertThat(lines.get(0)).isEqualTo("id  half  x");
    assertThat(lines.get(1)).isEqualTo("0   0.5   —");
    assertThat(lines.get(51)).startsWith("（50 行，还有更多：加 --limit N").endsWith("截至 2026-11-02）");
    assertThat(ok("sql", "select 1e7 a, 12.500 b, 'x\ty\nz' c", "--limit", "9"))
        .isEqualTo("a         b     c\n10000000  12.5  x y z\n（1 行；截至 2026-11-02）\n");
  }

  @Test
  void filesAreWrittenWholeAndNothingIsOverwritten() throws Exception {
    Path file = folder.resolve("out/结果.csv");
    String asked = "select id, id as id from range(100000)";
    assertThat(ok("sql", asked, "--out", file.toString())).startsWith("已写出 100000 行 → ");
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(100_001).startsWith("\uFEFFid,id", "0,0").endsWith("99999,99999");
    assertThat(hall(site, "sql", asked, "--out", file.toString()).err()).contains("[out-exists]");
    Path parquet = folder.resolve("out/parquet");
    String columns =
        "select assess_ts, '13800138000' as p, text from evaluation where line is not null";
    ok("sql", columns, "--format", "parquet", "--out", parquet.toString());
    assertThat(
            duckdb(
                "select count(*) || ' ' || min(assess_ts) || ' ' || min(p) from '"
                    + parquet
                    + "/*.parquet'"))
        .isEqualTo("49 2026-10-09 02:07:00+00 138****8000");
    String inside = site.store().resolve("x.csv").toString();
    assertThat(hall(site, "sql", asked, "--out", inside).err()).contains("[out-in-store]");
  }

  private static String duckdb(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("set timezone = 'UTC'");
      try (ResultSet result = statement.executeQuery(sql)) {
        result.next();
        return result.getString(1);
      }
    }
  }

  @Test
  void whatIsNoQueryIsRefusedBeforeAnythingRuns() {
    java.util.Map<String, String> before = Editions.hashes(site.store());
    for (String sql :
        List.of(
            "insert into evaluation select * from evaluation",
            "with a as (select 1) insert into evaluation select * from a",
            "drop table h.ledger.evaluation",
            "truncate table h.night.runs",
            "call h.system.expire_snapshots('night.runs')",
            "set spark.sql.ansi.enabled = false",
            "add jar '/tmp/x.jar'")) {
      refused(sql, "只能查询，不能写入、修改或设置 [sql-not-a-query]", "下一步：");
    }
    refused("select 1; drop table evaluation", "SQL 写得不对 [sql-syntax]");
    Path delivery = site.store().resolve("deliveries");
    refused("select * from text.`" + delivery + "/*`", "[sql-outside]");
    refused("select * from h.ledger.evaluation", "[sql-outside]");
    refused("select reflect('java.lang.System', 'getenv', 'HOME')", "[sql-function-refused]");
    assertThat(Editions.hashes(site.store())).isEqualTo(before);
  }

  @Test
  void aWrongNameIsToldWithItsPlaceAndTheNearestRightOne() {
    refused("select *\nfrom evaluatoin", "没有视图 'evaluatoin'（是否想写 'evaluation'？", "第 2 行第 6 列", "^");
    refused(
        "select satisfction from evaluation",
        "没有列 'satisfction'（是否想写 'satisfaction'？",
        "第 1 行第 8 列");
    refused("select working_days_betwen(1, 2)", "[sql-function-unknown]", "'working_days_between'");
    refused("select line / 0 from evaluation", "[sql-failed]", "第 1 行第 8 列");
    refused("select cast(channel as int) from evaluation", "[sql-failed]");
    refused("select '110101199003070011' from nowhere_110101199003070011", "[sql-table-unknown]");
    CaseSite.Run run = hall(site, "sql", "select 1 from t110101199003070011");
    assertThat(run.all()).doesNotContain("110101199003070011");
  }

  @Test
  void withoutAStoreOrANightItSaysSo() throws IOException {
    CaseSite none = CaseSite.lay(folder.resolve("none"));
    assertThat(hall(none, "sql", "select 1").err()).startsWith("这里没有数据仓 [store-absent]");
    Files.createDirectories(none.store().resolve("warehouse"));
    Files.writeString(none.store().resolve("FORMAT"), "hallmetrics-store 1\n");
    CaseSite.Run run = hall(none, "sql", "select 1");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("还没有任何一晚入库，无数可查 [nothing-decided]");
  }

  @Test
  void aDamagedEditionIsNotRead() throws IOException {
    CaseSite hurt = site.copyTo(folder.resolve("hurt"));
    Path file = hurt.store().resolve("editions/2026-10/2/metrics.parquet");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    CaseSite.Run run = hall(hurt, "sql", "select count(*) from edition_metrics");
    assertThat(run.status()).as(run.all()).isEqualTo(3);
    assertThat(run.err()).contains("[edition-damaged]");
  }

  @Test
  void anotherRunsLockIsNotAskedFor() {
    try (RunLock lock =
        RunLock.acquire(StoreLocation.local(site.store()), "a test", Duration.ZERO)) {
      assertThat(lock).isNotNull();
      assertThat(csv("select count(*) n from evaluation")).isEqualTo("n\r\n49\r\n");
    }
  }

  /** The second half of the answer is computed after a night was decided in between. */
  @Test
  void aNightThatIsDecidedMeanwhileChangesNothing() throws IOException {
    CaseSite busy = CaseSite.decided().copyTo(folder.resolve("busy"));
    Path late = busy.folder().resolve("inbox/ratings/pj_20261031.csv");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int[] nights = {0};
    OutputStream watching =
        new OutputStream() {
          @Override
          public void write(int b) {
            out.write(b);
            if (nights[0]++ == 0) {
              night(busy, late);
            }
          }
        };
    StringBuilder wide = new StringBuilder("select id, (select count(*) from evaluation) n");
    wide.append(", repeat('x', 100) w from range(0, 2000, 1, 20) union all");
    wide.append(" select count(*), -1, '' from evaluation");
    List<String> line = new ArrayList<>(Arrays.asList("sql", wide.toString(), "--format", "csv"));
    line.addAll(busy.options());
    int status =
        Verbs.run(
            new Terminal(new PrintStream(watching), new PrintStream(new ByteArrayOutputStream())),
            line.toArray(String[]::new));
    assertThat(status).isZero();
    assertThat(nights[0]).isPositive();
    assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("\r\n48,-1,\r\n");
    assertThat(hall(busy, "sql", "select count(*) from evaluation").out()).contains("49");
  }

  private static void night(CaseSite busy, Path late) {
    try {
      Files.writeString(late, NEXT_NIGHT);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    CaseSite.Run run = hall(busy, "ingest");
    assertThat(run.status()).as(run.all()).isZero();
  }
}
