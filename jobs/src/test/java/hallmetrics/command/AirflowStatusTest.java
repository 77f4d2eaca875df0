package hallmetrics.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmetrics.command.AirflowDesk.Read;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** hall airflow status: can it run, how did the last nights end, what is to be done. */
class AirflowStatusTest extends AtTheDesk {
  @Test
  void statusOfAnAirflowThatRuns() {
    airflow.add("nightly__2026-10-31", "2026-10-31T16:30:00Z", "2026-10-31").publish("2026-10-31");
    airflow.add("nightly__2026-11-01", "2026-11-01T16:30:00Z", "2026-11-01").state = "running";
    airflow.add("odd", "2026-10-12T16:30:00Z", "2026-10-12").report("{\"rows\":42}");

    Read read = desk.hall("airflow status");

    assertThat(read.status()).as(read.all()).isZero();
    assertThat(read.out())
        .startsWith("Airflow 3.3.2，")
        .contains("调度器 scheduler", "正常", "DAG hall_nightly", "可运行")
        .contains("2026-10-31  nightly__2026-10-31  成功 success", "已发布 2026-10-31 第1版")
        .contains("2026-11-01  nightly__2026-11-01  运行中 running", "结果读不到")
        .containsPattern("排程 +下一晚 2026-11-02")
        .endsWith("Airflow 能按时跑夜间任务。 Airflow is able to run the nights.\n");
    assertThat(read.out().indexOf("\n2026-11-01 ")).isLessThan(read.out().indexOf("\n2026-10-31 "));
  }

  @Test
  void afterTheLastDateNothingIsScheduled() {
    airflow.next = null;

    assertThat(desk.hall("airflow status").out())
        .containsPattern("排程 +没有下一晚")
        .endsWith("排程到了变量 hall_end_date，不会再自己开始任何一晚。 Only triggered nights run.\n");
  }

  @Test
  void withoutAFirstDateNothingIsScheduled() {
    airflow.start = null;
    airflow.next = null;

    Read read = desk.hall("airflow status");

    assertThat(read.status()).as(read.all()).isZero();
    assertThat(read.out())
        .containsPattern("排程 +没有：变量 hall_start_date 未设，或刚设、还没有读到（约半分钟）")
        .endsWith("排程现在不会自己开始任何一晚。 Only triggered nights run.\n");
  }

  @Test
  void statusOfAnAirflowThatDoesNot() {
    airflow.down = "2026-11-02T01:30:00+00:00";
    airflow.paused = true;
    Read paused = desk.hall("airflow status");
    airflow.missing = true;
    Read missing = desk.hall("airflow status");

    assertThat(paused.status()).isEqualTo(4);
    assertThat(paused.out()).contains("停了", "不能运行 airflow-dag-paused");
    assertThat(paused.err()).contains("scheduler down since", "unpause");
    assertThat(missing.status()).isEqualTo(4);
    assertThat(missing.err()).contains("[airflow-dag-missing]");
  }

  @Test
  void aRefusedNightSaysWhyAndWhatToDo() {
    airflow.add("a", "2026-10-31T16:30:00Z", "2026-10-31").refuse("本晚被“退回记录过多”拦下，电话 13800138000");
    airflow
        .add("b", "2026-10-30T16:30:00Z", "2026-10-30")
        .report(
            "{\"business_date\":\"2026-10-30\",\"outcome\":\"REFUSED\",\"editions\":[],"
                + "\"message\":\"退回比例 12% 超过 5% [share-rejected]\"}");

    Read read = desk.hall("airflow status");

    assertThat(read.out().indexOf("\n待处理（从最早的起） To do\n2026-10-30 被拒"))
        .isPositive()
        .isLessThan(read.out().indexOf("\n2026-10-31 被拒"));
    // that a night was refused keeps no night from running
    assertThat(read.status()).as(read.all()).isZero();
    assertThat(read.out())
        .containsPattern("2026-10-31 +a +失败 failed +被拒，没有发布 \\[night-refused]")
        .contains(
            "2026-10-31 被拒，没有发布 [night-refused]：本晚被“退回记录过多”拦下，电话 138****8000\n"
                + "  下一步：按上面的原因处理报送或配置，再运行 hall airflow trigger --date 2026-10-31 --again。\n")
        .contains("2026-10-30 被拒，没有发布 [night-refused]：退回比例 12% 超过 5% [share-rejected]\n")
        .doesNotContain("没有结果");
  }

  @Test
  void aNightThatFailedOrReportedNothingSaysSo() {
    FakeRun failed = airflow.add("a", "2026-10-31T16:30:00Z", "2026-10-31");
    failed.tasks("success", "failed", "upstream_failed");
    failed.state = "failed";
    airflow.add("b", "2026-10-30T16:30:00Z", "2026-10-30").state = "success";

    Read read = desk.hall("airflow status");

    assertThat(read.out())
        .contains("2026-10-31 失败 [airflow-run-failed]\n", "--date 2026-10-31 --again。")
        .contains("2026-10-30 没有结果 [airflow-no-report]：没有任务\n", "核对变量 hall_start_date");
  }

  @Test
  void howFarARunIsAndWhatStayedOutIsSeen() {
    FakeRun halfway = airflow.add("a", "2026-10-31T16:30:00Z", "2026-10-31");
    halfway.tasks("success", "success", "");
    halfway.state = "running";
    airflow
        .add("b", "2026-10-30T16:30:00Z", "2026-10-30")
        .report(
            "{\"business_date\":\"2026-10-30\",\"outcome\":\"PUBLISHED_WITH_REFUSED\","
                + "\"editions\":[\"2026-10-30 第1版\"],\"message\":\"退回文件：gd.csv\"}");

    Read read = desk.hall("airflow status");

    assertThat(read.status()).as(read.all()).isZero();
    assertThat(read.out())
        .containsPattern("a +运行中 running +deliveries success，night success，report 未开始\n")
        .containsPattern("b +成功 success +已发布 2026-10-30 第1版，有退回的文件\n")
        .doesNotContain("待处理");
  }

  @Test
  void whatWasRunAgainNeedsNothing() {
    airflow.add("b", "2026-10-31T16:30:00Z", "2026-10-31").refuse("闸门");
    airflow.add("a", "2026-11-01T02:00:00Z", "2026-10-31").publish("2026-10-31");

    Read read = desk.hall("airflow status");

    assertThat(read.out()).contains("已发布 2026-10-31 第1版").doesNotContain("下一步：");
  }

  @Test
  void theEditionsAirflowWasToldOfAreListed() throws IOException {
    for (String event :
        new String[] {
          "{'id':2,'uri':'hall://editions/month/','timestamp':'2026-11-01T16:40:00Z',"
              + "'source_run_id':'nightly__2026-10-31','extra':{'period':'2026-10','edition':2}}",
          "{'id':1,'uri':null,'timestamp':'2026-11-01T16:39:00Z','source_run_id':null,'extra':{}}"
        }) {
      airflow.events.add((ObjectNode) new ObjectMapper().readTree(event.replace('\'', '"')));
    }

    Read read = desk.hall("airflow status");

    assertThat(read.status()).as(read.all()).isZero();
    assertThat(read.out())
        .contains("报告的版")
        .contains(
            "2026-10 第2版  hall://editions/month/  2026-11-02 00:40:00  nightly__2026-10-31\n");
  }
}
