package hallmetrics.command;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.command.AirflowDesk.Read;
import hallmetrics.command.FakeAirflow.Reply;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** hall airflow watch: how a night ends, and what is said while it does not. */
class AirflowWatchTest extends AtTheDesk {
  private static final String WATCH = "airflow watch --date 2026-10-31";
  private static final String ID = "nightly__2026-10-31";
  private static final String LOG =
      "{\"content\":[{\"event\":\"::group::Log message source details\"},{\"event\":\"/var/log/1.log\"},"
          + "{\"event\":\"::endgroup::\"},{\"event\":\"读入 3 份报送\",\"level\":\"info\"},"
          + "{\"event\":\"Task failed\",\"level\":\"error\",\"error_detail\":"
          + "[{\"exc_type\":\"AirflowException\",\"exc_value\":\"%s, 13800138000\"}]}]}";

  private final FakeRun run;

  AirflowWatchTest() {
    run = airflow.add(ID, "2026-10-31T16:30:00Z", "2026-10-31");
  }

  @Test
  void aNightThatPublishedEndsWithZero() {
    desk.meanwhile = () -> run.publish("2026-10-31");

    Read read = desk.hall(WATCH);

    assertThat(read.status()).as(read.all()).isZero();
    assertThat(read.out()).contains("已发布日版").contains("2026-10-31 已发布 2026-10-31 第1版");
    assertThat(desk.hall("airflow watch --run " + ID).status()).isZero();
  }

  @Test
  void aNightThatLeftFilesOutIsPublishedAndNamesThem() {
    run.report(
        "{\"business_date\":\"2026-10-31\",\"outcome\":\"PUBLISHED_WITH_REFUSED\","
            + "\"editions\":[\"2026-10-31 第1版\"],\"message\":\"退回文件：gd.csv [unclosed-quote]\"}");

    Read read = desk.hall(WATCH);

    assertThat(read.status()).as(read.all()).isZero();
    assertThat(read.out()).contains("退回文件：gd.csv [unclosed-quote]").contains("已发布 2026-10-31 第1版");
  }

  @Test
  void nothingNewIsDone() {
    run.report(
        "{\"business_date\":\"2026-10-31\",\"outcome\":\"NOTHING_NEW\",\"editions\":[],\"message\":null}");

    assertThat(desk.hall(WATCH))
        .isEqualTo(new Read(0, "2026-10-31 没有新内容，未出新版（nightly__2026-10-31）。 NOTHING_NEW.\n", ""));
  }

  @Test
  void aRefusedNightShowsItsReason() {
    run.report(
        "{\"business_date\":\"2026-10-31\",\"outcome\":\"REFUSED\",\"editions\":[],"
            + "\"message\":\"退回比例 12% 超过 5% [share-rejected]\"}");

    Read read = desk.hall(WATCH);

    assertThat(read.status()).isEqualTo(3);
    assertThat(read.err())
        .startsWith("2026-10-31 这一晚被拒，没有发布 [night-refused]")
        .contains("退回比例 12% 超过 5% [share-rejected]")
        .contains("下一步：")
        .contains("--again");
  }

  @Test
  void aRefusalIsKnownFromTheLogToo() {
    fail("Bash command failed. The command returned a non-zero exit code 3.");

    Read read = desk.hall(WATCH);

    assertThat(read.status()).isEqualTo(3);
    assertThat(read.err()).contains("[night-refused]").contains("读入 3 份报送");
  }

  @Test
  void aFailedRunShowsItsLastLogLines() {
    fail("The command returned a non-zero exit code 5.");

    Read read = desk.hall(WATCH);

    assertThat(read.status()).isEqualTo(4);
    assertThat(read.err())
        .startsWith("运行失败 [airflow-run-failed]")
        .contains("任务 night 第 1 次的日志末尾：")
        .contains("Task failed | AirflowException: The command returned a non-zero exit code 5.")
        .contains("night failed")
        .doesNotContain("13800138000", "/var/log/1.log", "::");
  }

  private void fail(String reason) {
    run.log = LOG.formatted(reason);
    run.tasks("success", "failed", "upstream_failed");
    // of the try before: this time the report did not run
    run.xcom = "{\"business_date\":\"2026-10-31\",\"outcome\":\"PUBLISHED\",\"editions\":[\"x\"]}";
    run.state = "failed";
  }

  @Test
  void aSuccessWithoutAReportIsNone() {
    run.state = "success";
    Read empty = desk.hall(WATCH);
    run.tasks("success", "success", "success");
    Read silent = desk.hall(WATCH);

    assertThat(empty.status()).isEqualTo(4);
    assertThat(empty.err()).contains("[airflow-no-report]").contains("start_date");
    assertThat(silent.status()).isEqualTo(4);
    assertThat(silent.err()).contains("[airflow-no-report]").contains("任务 report 的日志");
  }

  @Test
  void aDeadSchedulerIsNamedWithinAMinuteAndNotCalledFailed() {
    run.state = "running";
    run.tasks("success", "running", "");
    Instant began = airflow.now;
    Instant[] told = new Instant[1];
    desk.meanwhile =
        () -> {
          airflow.down = "2026-11-02T02:00:10+00:00";
          if (Duration.between(began, airflow.now).toSeconds() > 60) {
            told[0] = airflow.now;
            airflow.down = null;
            run.publish("2026-10-31");
          }
        };

    Read read = desk.hall(WATCH);

    assertThat(read.status()).as(read.all()).isZero();
    assertThat(read.err()).contains("scheduler down since 2026-11-02 10:00:10");
    assertThat(told[0]).isNotNull();
  }

  @Test
  void theDeadlineIsKeptAndSaysHowItStands() {
    run.state = "running";
    run.tasks("up_for_reschedule", "", "");
    airflow.down = "2026-11-02T01:00:00+00:00";
    Instant began = airflow.now;

    Read read = desk.hall(WATCH + " --deadline 10m");

    assertThat(read.status()).isEqualTo(4);
    assertThat(read.err())
        .contains("[airflow-deadline]")
        .contains("deliveries up_for_reschedule，night 未开始")
        .contains("scheduler down since")
        .contains("hall airflow watch --run " + ID);
    assertThat(Duration.between(began, airflow.now)).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void itReconnectsAfterAnOutage() {
    run.state = "running";
    Instant began = airflow.now;
    desk.meanwhile =
        () -> {
          long seconds = Duration.between(began, airflow.now).toSeconds();
          airflow.instead =
              seconds < 300 ? new Reply(503, "<html><title>503</title></html>") : null;
          if (seconds > 310) {
            run.publish("2026-10-31");
          }
        };

    Read read = desk.hall(WATCH);

    assertThat(read.status()).as(read.all()).isZero();
    assertThat(read.err()).contains("连不上 Airflow（自 ").contains("Airflow 又有应答了");
    assertThat(read.err().lines().filter(line -> line.contains("连不上"))).hasSize(1);
  }

  @Test
  void queuedForLongIsNamedWithWhatIsAhead() {
    airflow.add("nightly__2026-10-30", "2026-10-30T16:30:00Z", "2026-10-30").state = "running";

    Read read = desk.hall(WATCH + " --deadline 5m");

    assertThat(read.status()).isEqualTo(4);
    assertThat(read.err()).contains("已排队 3 分钟还没有开始，前面还有 nightly__2026-10-30");
  }

  @Test
  void aRunOfAPausedDagIsNotWaitedFor() {
    airflow.paused = true;
    Instant began = airflow.now;

    Read read = desk.hall(WATCH);

    assertThat(read.status()).isEqualTo(4);
    assertThat(read.err()).contains("[airflow-dag-paused]");
    assertThat(airflow.now).isEqualTo(began);
  }

  @Test
  void aPauseInTheMiddleIsToldAndEndsTheWatchWhenNothingIsUnderWay() {
    run.state = "running";
    run.tasks("success", "running", "");
    airflow.paused = true;
    Instant began = airflow.now;
    desk.meanwhile =
        () -> {
          if (Duration.between(began, airflow.now).toSeconds() > 60) {
            run.tasks("success", "success", "");
          }
        };

    Read read = desk.hall(WATCH);

    assertThat(read.status()).isEqualTo(4);
    assertThat(read.err())
        .startsWith("DAG 被暂停：正在跑的任务跑完，其后的任务不开始")
        .contains("[airflow-dag-paused]", "运行停在半途：deliveries success，night success，report 未开始")
        .contains("恢复后运行自己接着跑，再 hall airflow watch。")
        .doesNotContain("再重跑");
    assertThat(read.err().lines().filter(line -> line.startsWith("DAG 被暂停："))).hasSize(1);
  }

  @Test
  void aPauseThatEndsInTimeChangesNothing() {
    run.state = "running";
    run.tasks("success", "running", "");
    airflow.paused = true;
    desk.meanwhile =
        () -> {
          airflow.paused = false;
          if (desk.instant().isAfter(Instant.parse("2026-11-02T02:00:40Z"))) {
            run.publish("2026-10-31");
          }
        };

    Read read = desk.hall(WATCH);

    assertThat(read.status()).as(read.all()).isZero();
    assertThat(read.err()).contains("DAG 恢复了。");
  }

  @Test
  void aRunThatIsNotThereIsSaid() {
    Read date = desk.hall("airflow watch --date 2026-10-12");
    Read id = desk.hall("airflow watch --run nightly__2026-10-12");

    assertThat(date.status()).isEqualTo(2);
    assertThat(date.err()).contains("2026-10-12 还没有运行 [airflow-run-unknown]", "排程补到它时也会开始。");
    assertThat(id.status()).isEqualTo(2);
    assertThat(id.err()).contains("Airflow 里没有这个运行：nightly__2026-10-12 [airflow-run-unknown]");
    assertThat(desk.hall("airflow watch").status()).isEqualTo(2);
  }
}
