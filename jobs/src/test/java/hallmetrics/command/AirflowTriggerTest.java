package hallmetrics.command;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.command.AirflowDesk.Read;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * hall airflow trigger: one run a date, however it is asked for; what cannot run is said at once.
 */
class AirflowTriggerTest extends AtTheDesk {
  private static final String TRIGGER = "airflow trigger --date 2026-10-31";
  private static final String ID = "nightly__2026-10-31";

  @Test
  void aNightIsTriggeredOnce() {
    Read first = desk.hall(TRIGGER);
    Read second = desk.hall(TRIGGER);

    assertThat(first.status()).as(first.all()).isZero();
    assertThat(first.out())
        .startsWith("已触发 2026-10-31：nightly__2026-10-31，排队 queued。")
        .contains("下一步：hall airflow watch --date 2026-10-31");
    assertThat(second.status()).isZero();
    assertThat(second.out()).contains("已有运行 " + ID).contains("没有再触发");
    assertThat(airflow.posted)
        .containsExactly(
            "{\"dag_run_id\":\"nightly__2026-10-31\",\"logical_date\":\"2026-10-31T16:30:00Z\","
                + "\"conf\":{\"business_date\":\"2026-10-31\"},\"note\":\"hall airflow trigger\"}");
  }

  @Test
  void fiftyAtOnceMakeOneRun() throws Exception {
    ExecutorService clerks = Executors.newFixedThreadPool(50);
    List<Callable<Read>> asked = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      asked.add(() -> desk.hall(TRIGGER));
    }
    for (Future<Read> one : clerks.invokeAll(asked)) {
      assertThat(one.get().status()).as(one.get().all()).isZero();
    }
    clerks.shutdown();
    assertThat(airflow.runs).containsOnlyKeys(ID);
    assertThat(airflow.posted).hasSize(1);
  }

  @Test
  void anAnswerLostAfterTheRunWasMadeIsNoSecondRun() {
    airflow.dropsTriggers = true;

    Read read = desk.hall(TRIGGER);

    assertThat(read.status()).as(read.all()).isZero();
    assertThat(airflow.posted).hasSize(1);
    assertThat(read.out()).contains(ID);
  }

  @Test
  void theSchedulesRunIsFoundAndAnotherDatesIsNot() {
    airflow.add("manual__1", "2026-11-01T06:00:00Z", "2026-10-02");
    assertThat(desk.hall(TRIGGER).out()).startsWith("已触发");
    airflow.runs.clear();
    airflow.add("scheduled__2026-10-31T16:30:00+00:00", "2026-10-31T16:30:00Z", "2026-10-31");

    assertThat(desk.hall(TRIGGER).out()).contains("已有运行 scheduled__2026-10-31T16:30:00+00:00");
    assertThat(airflow.posted).hasSize(1);
  }

  @Test
  void aDateThatIsNotDueOrTooEarlyIsRefused() {
    assertRefused("2026-11-02", 2, "[airflow-date-future]", "现在最晚可触发 2026-11-01");
    airflow.now = Instant.parse("2026-11-01T16:20:00Z");
    assertRefused("2026-11-01", 2, "[airflow-date-future]", "现在最晚可触发 2026-10-31");
    assertRefused(
        "2026-09-29", 2, "[airflow-date-early]", "DAG 的 start_date 是 2026-10-01 00:00:00");
    airflow.end = "2026-10-30T00:30:00+08:00";
    assertRefused("2026-10-30", 2, "[airflow-date-late]", "hall_end_date");
    assertThat(desk.hall("airflow trigger --date 2026-10-29").status()).isZero();
    assertThat(desk.hall("airflow trigger --date 2026-09-30").status()).isZero();
  }

  private void assertRefused(String date, int status, String code, String words) {
    Read read = desk.hall("airflow trigger --date " + date);
    assertThat(read.status()).isEqualTo(status);
    assertThat(read.err().lines().findFirst().orElse("")).contains(code);
    assertThat(read.err()).contains(words).contains("下一步：");
    assertThat(airflow.posted).isEmpty();
  }

  @Test
  void aDagThatCannotRunIsSaidAtOnce() {
    airflow.paused = true;
    assertRefused("2026-10-31", 4, "[airflow-dag-paused]", "运行 hall airflow unpause");
    airflow.stale = true;
    assertRefused("2026-10-31", 4, "[airflow-dag-stale]", "dag-processor");
    airflow.broken = true;
    assertRefused(
        "2026-10-31", 4, "[airflow-dag-broken]", "hall_nightly.py: SyntaxError: invalid syntax");
    airflow.missing = true;
    assertRefused("2026-10-31", 4, "[airflow-dag-missing]", "hall_nightly.py");
    airflow.broken = false;
    assertRefused("2026-10-31", 4, "[airflow-dag-missing]", "scripts/airflow/hall_nightly.py");
  }

  @Test
  void againRepeatsAFinishedRunAndLeavesARunningOne() {
    FakeRun run = airflow.add(ID, "2026-10-31T16:30:00Z", "2026-10-31");
    run.state = "running";
    assertThat(desk.hall(TRIGGER + " --again").out()).contains("已有运行 " + ID + "，运行中 running");

    run.publish("2026-10-31");
    Read again = desk.hall(TRIGGER + " --again");
    assertThat(again.status()).as(again.all()).isZero();
    assertThat(again.out()).startsWith("已清掉重跑 2026-10-31：" + ID + "，排队 queued");
    assertThat(airflow.posted).isEmpty();
  }

  @Test
  void aNoteSaysWhy() {
    desk.hall(TRIGGER + " --note 补收工单");
    FakeRun run = Objects.requireNonNull(airflow.runs.get(ID));
    assertThat(airflow.posted.get(0)).contains("\"note\":\"hall airflow trigger：补收工单\"");

    run.publish("2026-10-31");
    run.note = "hall airflow trigger：补收工单";
    desk.hall(TRIGGER + " --again --note 张三13800138000更正");
    assertThat(run.note)
        .isEqualTo(
            "hall airflow trigger：补收工单\n"
                + "2026-11-02 10:00:00 hall airflow trigger --again：张三138****8000更正");
    run.publish("2026-10-31");
    desk.hall(TRIGGER + " --again");
    assertThat(run.note).endsWith("更正\n2026-11-02 10:00:00 hall airflow trigger --again");
    assertThat(desk.hall(TRIGGER + " --note 再说").out()).contains("没有再触发，备注没有写。");
  }

  @Test
  void aNoteTooLongForAirflowLosesItsOldestLines() {
    FakeRun run = airflow.add(ID, "2026-10-31T16:30:00Z", "2026-10-31");
    run.publish("2026-10-31");
    run.note = "最早\n" + "更".repeat(960);

    desk.hall(TRIGGER + " --again --note " + "长".repeat(2000));
    assertThat(run.note).hasSize(1000).startsWith("2026-11-02 10:00:00 hall").endsWith("长…");
  }

  @Test
  void aRunWithoutTasksIsNotSaidToBeRepeated() {
    FakeRun run = airflow.add(ID, "2026-10-31T16:30:00Z", "2026-10-31");
    run.state = "success";

    Read read = desk.hall(TRIGGER + " --again --note 再跑");

    assertThat(read.status()).as(read.all()).isEqualTo(4);
    assertThat(read.err())
        .startsWith("这个运行没有任务，清不出什么来重跑 [airflow-run-empty]")
        .contains(ID, "删掉这个运行（DAG Runs），再运行 hall airflow trigger --date 2026-10-31。");
    assertThat(run.note).isNull();
    assertThat(run.state).isEqualTo("success");
  }

  @Test
  void againWithoutARunTriggersOne() {
    assertThat(desk.hall(TRIGGER + " --again").out()).startsWith("已触发 2026-10-31：" + ID);
  }

  @Test
  void aRunThatFailedBeforeIsToldAsFailed() {
    FakeRun run = airflow.add(ID, "2026-10-31T16:30:00Z", "2026-10-31");
    run.tasks("success", "failed", "upstream_failed");
    run.state = "failed";

    Read read = desk.hall(TRIGGER);

    assertThat(read.status()).isEqualTo(4);
    assertThat(read.err()).contains("[airflow-run-failed]").contains("--again");
  }

  @Test
  void aDeadSchedulerIsNamedWhileTriggering() {
    airflow.down = "2026-11-02T01:30:00+00:00";

    Read read = desk.hall(TRIGGER);

    assertThat(read.status()).isZero();
    assertThat(read.err()).contains("scheduler down since 2026-11-02 09:30:00");
  }

  @Test
  void watchGoesOnToTheEnd() {
    desk.meanwhile =
        () -> {
          FakeRun run = airflow.runs.get(ID);
          if (run != null) {
            run.publish("2026-10-31");
          }
        };

    Read read = desk.hall(TRIGGER + " --watch");

    assertThat(read.status()).as(read.all()).isZero();
    assertThat(read.out()).contains("已发布 2026-10-31 第1版（" + ID + "）。 PUBLISHED.");
  }
}
