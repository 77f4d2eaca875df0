package hallmetrics.airflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever looks on hears of every change once. */
class WatchTest {
  private static final String RUN = "GET " + Replay.RUNS + "/nightly__2026-10-30";

  @TempDir private Path folder;
  private final Replay replay;

  WatchTest() throws IOException {
    replay = new Replay();
  }

  @AfterEach
  void close() {
    replay.close();
  }

  @Test
  void everyTaskIsToldAsItMoves() throws IOException {
    String running = Recorded.RUN.replace("\"queued\"", "\"running\"");
    replay
        .on(RUN, 200, running)
        .on(RUN, 200, running)
        .on(RUN, 200, running.replace("\"running\"", "\"success\""))
        .on(RUN + "/taskInstances", 200, tasks("running", 1, null))
        .on(RUN + "/taskInstances", 200, tasks("up_for_retry", 1, null))
        .on(RUN + "/taskInstances", 200, tasks("success", 2, "success"))
        .on("GET /api/v2/monitor/health", 200, Recorded.HEALTH)
        .on("GET /api/v2/dags/hall_nightly/details", 200, Recorded.DAG)
        .on(
            RUN + "/taskInstances/report/xcomEntries/return_value",
            200,
            "{\"value\":\"{\\\"business_date\\\":\\\"2026-10-30\\\",\\\"outcome\\\":\\\"NOTHING_NEW\\\"}\"}");
    List<String> heard = new ArrayList<>();

    Verdict verdict =
        new Watch(replay.airflow(folder, new TestPace()), recording(heard))
            .until("nightly__2026-10-30");

    assertThat(verdict.status().code()).isZero();
    assertThat(heard)
        .containsExactly(
            "nightly__2026-10-30 运行中 running",
            "night running",
            "night up_for_retry",
            "nightly__2026-10-30 成功 success",
            "night success（第 2 次）",
            "report success");
  }

  private static String tasks(
      String night, int attempt, @org.jspecify.annotations.Nullable String report) {
    return "{\"task_instances\":[{\"task_id\":\"night\",\"state\":\""
        + night
        + "\",\"try_number\":"
        + attempt
        + "},{\"task_id\":\"report\",\"state\":"
        + (report == null ? "null" : "\"" + report + "\"")
        + ",\"try_number\":0}]}";
  }

  private static Onlooker recording(List<String> heard) {
    return new Onlooker() {
      @Override
      public void moved(String what, String how) {
        heard.add(what + " " + how);
      }

      @Override
      public void trouble(String sentence) {
        heard.add("! " + sentence);
      }
    };
  }
}
