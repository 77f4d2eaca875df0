package hallmetrics.command;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.command.AirflowDesk.Read;
import org.junit.jupiter.api.Test;

/** hall airflow pause and unpause. */
class AirflowPauseTest extends AtTheDesk {
  @Test
  void aPauseStartsNothingMoreAndNamesWhatStillRuns() {
    airflow.add("nightly__2026-10-31", "2026-10-31T16:30:00Z", "2026-10-31").state = "running";

    Read first = desk.hall("airflow pause");
    Read second = desk.hall("airflow pause");

    assertThat(first.status()).as(first.all()).isZero();
    assertThat(first.out())
        .startsWith("DAG hall_nightly 已暂停，不再开始新的任务。")
        .contains("还没结束：nightly__2026-10-31，运行中 running：正在跑的任务跑完", "下一步：hall airflow unpause");
    assertThat(airflow.paused).isTrue();
    assertThat(second.status()).isZero();
    assertThat(second.out()).startsWith("DAG hall_nightly 本来就暂停着。");
    assertThat(desk.hall("airflow trigger --date 2026-10-31").err())
        .contains("[airflow-dag-paused]", "下一步：运行 hall airflow unpause");
  }

  @Test
  void afterAnUnpauseNightsAreTriggeredAgain() {
    airflow.paused = true;

    Read first = desk.hall("airflow unpause");
    Read second = desk.hall("airflow unpause");

    assertThat(first.status()).as(first.all()).isZero();
    assertThat(first.out()).startsWith("DAG hall_nightly 已恢复，漏掉的各晚由排程从早到晚补上。");
    assertThat(airflow.paused).isFalse();
    assertThat(second.out()).startsWith("DAG hall_nightly 没有暂停，不用恢复。");
    assertThat(desk.hall("airflow trigger --date 2026-10-31").status()).isZero();
  }

  @Test
  void aDagThatIsNotThereOrCannotRunIsSaid() {
    airflow.paused = true;
    airflow.stale = true;
    Read stale = desk.hall("airflow unpause");
    airflow.missing = true;
    Read missing = desk.hall("airflow pause");

    assertThat(stale.status()).isEqualTo(4);
    assertThat(stale.err()).contains("[airflow-dag-stale]");
    assertThat(missing.status()).isEqualTo(4);
    assertThat(missing.err()).contains("[airflow-dag-missing]");
  }

  @Test
  void aDeadSchedulerIsNamed() {
    airflow.down = "2026-11-02T01:30:00+00:00";

    assertThat(desk.hall("airflow unpause").err()).contains("scheduler down since");
  }
}
