package hallmetrics.sql;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.CatalogueLoader;
import hallmetrics.fault.Problem;
import hallmetrics.fault.Problems;
import hallmetrics.testing.TestSession;
import hallmetrics.time.DeadlinePolicies;
import hallmetrics.time.WorkCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlCheckTest {
  private static SparkSession session;

  @TempDir private Path site;

  @BeforeAll
  static void register() {
    session = TestSession.get();
    WorkCalendar calendar = WorkCalendar.builtIn();
    SqlFunctions.register(session, calendar, DeadlinePolicies.builtIn(calendar));
  }

  @Test
  void everyBuiltInExpressionResolves() {
    assertThat(check(CatalogueLoader.load(Optional.empty()))).isEmpty();
  }

  @Test
  void aWrongColumnIsNamedWithItsLineAndTheNearestOne() throws IOException {
    List<Problem> problems =
        checkSite(
            """
            table: visit
            title: 来访
            key: [visit_no]
            event_date: came_ts
            columns:
              visit_no: { type: string, title: 编号, required: true }
              came_ts:  { type: timestamp, title: 来访时间, required: true }
              minutes:  { type: int, title: 分钟 }
            measures:
              visits: { on: came_ts }
              long_visits: { of: visits, where: minuts > 30 }
            """);

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).line()).isEqualTo(11);
    assertThat(problems.get(0).file()).endsWith("visit.yaml");
    assertThat(problems.get(0).message()).contains("'minuts'").contains("'minutes'");
  }

  @Test
  void aWrongFunctionAWrongTypeAndNoSqlAreAllToldAtOnce() throws IOException {
    List<Problem> problems =
        checkSite(
            """
            table: visit
            title: 来访
            key: [visit_no]
            event_date: came_ts
            columns:
              visit_no: { type: string, title: 编号, required: true }
              came_ts:  { type: timestamp, title: 来访时间, required: true }
              minutes:  { type: int, title: 分钟 }
            computed:
              due_at: { type: date, title: 期限, sql: "working_day_after(came_ts, 3)" }
              day:    { type: timestamp, title: 日, sql: "local_day(came_ts)" }
            measures:
              visits: { where: minutes + 1, on: came_ts }
              broken: { where: "minutes >", on: came_ts }
            """);

    assertThat(problems).extracting(Problem::line).containsExactly(10, 11, 13, 14);
    assertThat(problems.get(0).message()).contains("'working_days_after'");
    assertThat(problems.get(1).message()).contains("timestamp").contains("date");
    assertThat(problems.get(2).message()).contains("boolean").contains("int");
  }

  private List<Problem> checkSite(String table) throws IOException {
    Files.writeString(site.resolve("visit.yaml"), table);
    return check(CatalogueLoader.load(Optional.of(site)));
  }

  private static List<Problem> check(Catalogue catalogue) {
    Problems problems = new Problems();
    new SqlCheck(session, catalogue, problems).check();
    return problems.list();
  }
}
