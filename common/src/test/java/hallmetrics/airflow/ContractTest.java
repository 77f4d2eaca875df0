package hallmetrics.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What we send is in Airflow's own description of its API, and what we read is in its answers: the
 * server here answers with nothing but samples made from that description.
 */
class ContractTest {
  private static final Path SLICE = Path.of("src/test/resources/airflow/openapi-slice.yaml");

  /** As in the samples. */
  private static final String RUN = "text";

  @TempDir private Path folder;
  private final TestPace pace = new TestPace();
  private final Slice slice;
  private final Replay replay;

  ContractTest() throws IOException {
    slice = new Slice(Files.readString(SLICE));
    replay = new Replay();
  }

  @BeforeEach
  void answersFromTheDescription() {
    Map<String, String> names =
        Map.of(
            "{dag_id}", "hall_nightly",
            "{dag_run_id}", RUN,
            "{task_id}", "report",
            "{try_number}", "1",
            "{xcom_key}", "return_value");
    slice.answers(names).forEach((call, body) -> replay.on(call, 200, body));
    replay.instead(
        Replay.LOGIN, 201, Objects.requireNonNull(slice.answers(names).get(Replay.LOGIN)));
  }

  @AfterEach
  void close() {
    replay.close();
  }

  @Test
  void everyCallIsDescribedAndEveryFieldReadExists() throws IOException {
    Airflow airflow = replay.airflow(folder, pace);
    String dag = "hall_nightly";
    Instant at = TestPace.START;

    airflow.health();
    airflow.dags();
    assertThat(airflow.dag(dag)).isPresent();
    airflow.importErrors();
    airflow.pause(dag, false);
    assertThat(airflow.run(dag, RUN)).isPresent();
    airflow.runs(dag, at, at.plusSeconds(1));
    airflow.lastRuns(dag, 3);
    airflow.openRuns(dag);
    airflow.tasks(dag, RUN);
    assertThat(airflow.log(dag, RUN, "report", 1)).isNotEmpty();
    airflow.note(dag, RUN, "重跑");
    assertThat(airflow.editionEvents(dag, 3)).hasSize(1);
    DagRun finished = DagRun.of(Objects.requireNonNull(Json.parse(slice.finishedRun())));
    replay.instead("GET " + Replay.RUNS + "/" + RUN, 200, slice.finishedRun());
    airflow.clear(dag, finished, false);
    replay.instead("GET /api/v2/assets/events", 200, "{\"asset_events\":[]}");
    airflow.assetEvent("text", new TreeMap<>(Map.of("edition", "1")));
    trigger(airflow);
    // their samples are no version and no report
    assertThatThrownBy(airflow::version).hasMessageContaining("'text' is no version");
    assertThatThrownBy(() -> airflow.outcome(dag, RUN, "report"))
        .hasMessageContaining("no 'outcome'");

    List<String> wrong = new ArrayList<>();
    replay.seen.forEach(one -> wrong.addAll(slice.faults(one)));
    assertThat(wrong).isEmpty();
    assertThat(replay.calls()).contains("POST " + Replay.RUNS);
    Set<String> called = new TreeSet<>();
    replay.seen.forEach(one -> called.add(slice.operation(one)));
    assertThat(called).doesNotContain("").hasSize(slice.operations());
  }

  private void trigger(Airflow airflow) {
    replay.instead("GET /api/v2/dags/hall_nightly/details", 200, Recorded.DAG);
    replay.instead("GET " + Replay.RUNS + "/nightly__2026-10-30", 404, Recorded.NO_RUN);
    replay.instead("GET " + Replay.RUNS, 200, Recorded.NONE);
    new Nights(airflow).trigger(LocalDate.of(2026, 10, 30), "补一份工单");
  }

  @Test
  void theSliceSaysWhereItIsFrom() throws IOException {
    assertThat(Files.readString(SLICE)).startsWith("# ").contains("Apache License 2.0", "3.3.2");
  }

  @Test
  void stateWordsAreKnown() {
    Map<String, Object> states = new LinkedHashMap<>();
    slice.enumeration("DagRunState").forEach(word -> states.put(word, RunState.of(word)));

    assertThat(states).hasSize(RunState.values().length);
    assertThat(Objects.toString(states.get("queued"))).contains("queued");
  }
}
