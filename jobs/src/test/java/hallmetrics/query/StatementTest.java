package hallmetrics.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.testing.TestSession;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a query, decided by the parsed tree. */
class StatementTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1",
        "select 1;",
        "values (1, 'drop table evaluation')",
        "table evaluation",
        "from evaluation select count(*)",
        "-- drop table evaluation\nselect * from evaluation /* insert into */",
        "with a as (select 1 x), b(y) as (select x from a) select * from b order by y limit 3",
        "with recursive r(n) as (values (1) union all select n + 1 from r where n < 9) table r",
        "select region_id, count(*) from evaluation group by region_id having count(*) > 1",
        "select channel, count(*) from evaluation group by all order by all",
        "select channel, mode, count(*) from evaluation group by cube (channel, mode)",
        "select * from evaluation a left anti join rectification b on a.project_no = b.origin_id",
        "select * from a cross join b union all select * from c except select 1 intersect select 2",
        "select rank() over w from evaluation window w as (partition by region_id order by line)",
        "select distinct x from evaluation limit all",
        "select * from evaluation order by line offset 3",
        "select * from evaluation tablesample (10 percent)",
        "select t.tag from evaluation lateral view explode(eval_tags) t as tag",
        "select tag from evaluation, lateral explode(eval_tags) as t(tag)",
        "select * from evaluation, lateral (select max(line) from rectification) as t(m)",
        "select * from range(5)",
        "select x, (select max(y) from b) from a where x in (select x from c) and exists (table d)",
        "select * from (select region_id, channel from evaluation)"
            + " pivot (count(*) for channel in ('PC', 'QR'))",
        "select * from a unpivot (v for n in (x, y))",
        "select /*+ broadcast(a), repartition(3) */ * from a join b using (x)",
        "select * except (line) from evaluation",
        "select transform(eval_tags, t -> upper(t)) from evaluation",
        "select percentile_cont(0.5) within group (order by line) from evaluation",
        "from evaluation |> where satisfaction < 3 |> aggregate count(*) group by region_id",
        "select working_days_between(accept_ts, finish_ts) from service_case",
        "select case when x then 1 end, cast(y as date), try_divide(1, 0), date '2026-10-01' from a"
      })
  void aQueryPasses(String sql) {
    assertThat(Statement.of(TestSession.get(), new SqlText(sql), Set.of())).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into evaluation select * from evaluation",
        "insert overwrite evaluation select 1",
        "insert overwrite directory '/tmp/x' using csv select * from evaluation",
        "with a as (select 1) insert into evaluation select * from a",
        "from evaluation insert into a select 1 insert into b select 2",
        "create table x as select 1",
        "create temporary view x as select 1",
        "create or replace temporary function f as 'java.lang.String'",
        "create function f() returns int return 1",
        "drop table h.ledger.evaluation",
        "drop view evaluation",
        "alter table h.ledger.evaluation drop column line",
        "alter table h.ledger.evaluation create branch x",
        "truncate table h.ledger.evaluation",
        "delete from h.ledger.evaluation",
        "update h.ledger.evaluation set line = 1",
        "merge into h.ledger.evaluation t using a on t.line = a.line when matched then delete",
        "call h.system.expire_snapshots('ledger.evaluation')",
        "set spark.sql.shuffle.partitions = 1",
        "reset",
        "set variable x = 1",
        "declare variable x int",
        "execute immediate 'drop table x'",
        "begin select 1; end",
        "begin drop table x; end",
        "use h.ledger",
        "add jar '/tmp/x.jar'",
        "add file '/etc/passwd'",
        "list files",
        "cache table evaluation",
        "refresh table evaluation",
        "refresh '/tmp'",
        "load data inpath '/tmp/x' into table a",
        "analyze table a compute statistics",
        "explain select 1",
        "describe evaluation",
        "describe query select 1",
        "show tables",
        "show create table h.ledger.evaluation",
        "comment on table a is 'x'",
        "select transform(line) using 'cat' as (x) from evaluation",
        "select * from identifier('h.ledger.evaluation')",
        "select * from evaluation version as of 1",
        "select * from evaluation timestamp as of '2026-10-01'",
        "select * from (select * from a where x in"
            + " (select * from b timestamp as of '2026-10-01')) c"
      })
  void whatIsNoQueryIsRefused(String sql) {
    refused(sql, "sql-not-a-query");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from parquet.`/store/editions/2026-10/1/metrics.parquet`",
        "select * from text.`/store/deliveries/0a1b`",
        "select 1 where exists (select * from binaryFile.`/etc/passwd`)",
        "with a as (select * from csv.`/x`) select 1",
        "select (select max(value) from json.`/x`)",
        "select * from evaluation a join h.ledger.evaluation b on true",
        "select * from h.ledger.evaluation.files",
        "select * from h.night.runs",
        "select * from spark_catalog.default.x",
        "select * from global_temp.x",
        "select * from stream evaluation"
      })
  void onlyTheViewsCanBeRead(String sql) {
    refused(sql, "sql-outside");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select reflect('java.lang.System', 'getenv', 'HALL_CONF')",
        "select 1 from a where JAVA_METHOD('java.lang.System', 'exit', 1) is null",
        "select try_reflect('java.lang.System', 'getenv', 'X')",
        "select system.builtin.reflect('java.lang.System', 'gc')",
        "values (reflect('java.lang.System', 'gc'))",
        "select identifier('reflect')('java.lang.System', 'gc')",
        "select rank() over w from a window w as (order by reflect('java.lang.System', 'gc'))",
        "select transform(array(1), x -> reflect('java.lang.System', 'gc'))",
        "select sum(reflect('java.lang.System', 'gc')) over () from a",
        "select * from range(reflect('java.lang.System', 'gc'))",
        "select * from a lateral view explode(array(reflect('java.lang.System', 'gc'))) t as x",
        "with x as (select reflect('java.lang.System', 'gc')) select 1",
        "select * from a limit reflect('java.lang.System', 'gc')",
        "select * from a order by reflect('java.lang.System', 'gc')",
        "select * from a group by reflect('java.lang.System', 'gc')",
        "select h.system.bucket(2, 3)",
        "select * from python_worker_logs()"
      })
  void functionsThatReachOutsideAreRefused(String sql) {
    refused(sql, "sql-function-refused");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1; drop table evaluation",
        "select 1; select 2",
        "slect 1",
        "select * from a where x >",
        "select * from evaluation for update",
        "grant select on a to b"
      })
  void whatDoesNotParseIsAnErrorOfSyntax(String sql) {
    refused(sql, "sql-syntax");
  }

  @Test
  void thePlaceIsShown() {
    assertThatThrownBy(
            () ->
                Statement.of(
                    TestSession.get(),
                    new SqlText("select '差' from evaluation\nwhere '差评' == = 3"),
                    Set.of()))
        .hasMessageStartingWith("SQL 写得不对 [sql-syntax]\n")
        .hasMessageContaining("第 2 行第 15 列\nwhere '差评' == = 3\n                ^");
  }

  @Test
  void whatItReadsIsKnownWithoutTheNamesItDefines() {
    Statement statement =
        Statement.of(
            TestSession.get(),
            new SqlText(
                "with A as (select * from Evaluation where x in (select x from `rectification`))"
                    + " select * from a join daily on true"),
            Set.of("evaluation", "rectification", "daily"));
    assertThat(statement.relations().keySet())
        .containsExactlyInAnyOrder("evaluation", "rectification", "daily");
  }

  @Test
  void aNamedQueryMayNarrowAViewUnderItsName() {
    Statement statement =
        Statement.of(
            TestSession.get(),
            new SqlText("with evaluation as (select * from evaluation where x) select 1"),
            Set.of("evaluation"));
    assertThat(statement.relations().keySet()).containsExactly("evaluation");
  }

  private static void refused(String sql, String code) {
    assertThatThrownBy(() -> Statement.of(TestSession.get(), new SqlText(sql), Set.of()))
        .isInstanceOfSatisfying(
            HallException.class,
            fault -> {
              assertThat(fault.code()).as(fault.getMessage()).isEqualTo(code);
              assertThat(fault.status()).isEqualTo(ExitStatus.USAGE);
            });
  }
}
