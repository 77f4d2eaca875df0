package hallmetrics.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hallmetrics.fault.HallException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may pass is asked again until the deadline; what changes something is looked at first. */
class RepeatTest {
  private static final String HEALTH = "GET /api/v2/monitor/health";
  private static final String TRIGGER = "POST " + Replay.RUNS;
  private static final String LIST = "GET " + Replay.RUNS;
  private static final String ONE = LIST + "/nightly__2026-10-30";
  private static final LocalDate DATE = LocalDate.of(2026, 10, 30);

  @TempDir private Path folder;
  private final TestPace pace = new TestPace();
  private final Replay replay;

  RepeatTest() throws IOException {
    replay = new Replay();
  }

  @BeforeEach
  void anAirflowWithoutRuns() {
    replay
        .on("GET /api/v2/dags/hall_nightly/details", 200, Recorded.DAG)
        .on(ONE, 404, Recorded.NO_RUN)
        .on(LIST, 200, Recorded.NONE);
  }

  @AfterEach
  void close() {
    replay.close();
  }

  @Test
  void aServerThatComesBackIsAskedAgain() throws IOException {
    replay
        .on(HEALTH, 503, Recorded.HTML)
        .on(HEALTH, 0, "")
        .on(HEALTH, 500, "{\"detail\":\"Internal Server Error\"}")
        .on(HEALTH, 429, "")
        .on(HEALTH, 200, Recorded.HEALTH);

    Health health = replay.airflow(folder, pace).health();

    assertThat(health.trouble()).isEmpty();
    assertThat(health.scheduler().heartbeat()).isEqualTo("2026-11-23T22:48:23.735485Z");
    assertThat(pace.waits).hasSize(4);
    assertThat(pace.waits.get(3)).isGreaterThan(pace.waits.get(0));
  }

  @Test
  void aServerThatStaysAwayEndsAtTheDeadline() throws IOException {
    replay.on(HEALTH, 503, Recorded.HTML);

    HallException fault = fault(replay.airflow(folder, pace)::health);

    assertThat(fault.code()).isEqualTo("airflow-unreachable");
    assertThat(fault).hasMessageContaining("HTTP 503, 503 Service Temporarily Unavailable");
    Duration took = Duration.between(TestPace.START, pace.instant());
    assertThat(took).isBetween(Duration.ofSeconds(100), Duration.ofSeconds(120));
    assertThat(pace.waits).hasSizeLessThan(20);
  }

  @Test
  void nobodyThereAndNoAnswerEndInTime() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThat(unreachable(port)).hasMessageContaining("connection refused");
    try (ServerSocket hole = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(unreachable(hole.getLocalPort())).hasMessageContaining("no answer within");
    }
  }

  private HallException unreachable(int port) throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "a-secret-token");
    AirflowAccess access =
        AirflowAccess.of(
            Map.of(
                "HALL_AIRFLOW_URL",
                "http://127.0.0.1:" + port,
                "HALL_AIRFLOW_TOKEN_FILE",
                token.toString()),
            null);
    long began = System.nanoTime();
    HallException fault =
        fault(Airflow.at(access, Pace.ofTheMachine(), Duration.ofSeconds(2))::health);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(7));
    assertThat(fault.code()).isEqualTo("airflow-unreachable");
    assertThat(fault).hasMessageNotContaining("a-secret-token");
    return fault;
  }

  @Test
  void whatIsNotTheApiIsSaidAtOnce() throws IOException {
    replay.on(HEALTH, 200, "<html><title>Sign in</title></html>");
    assertThat(fault(replay.airflow(folder, pace)::health))
        .hasMessageContaining("[airflow-answer]")
        .hasMessageContaining("Sign in");

    replay.instead(HEALTH, 200, "{\"metadatabase\":{}}");
    assertThat(fault(replay.airflow(folder, pace)::health))
        .hasMessageContaining("no status of 'metadatabase'");

    replay.instead(HEALTH, 302, "");
    assertThat(fault(replay.airflow(folder, pace)::health)).hasMessageContaining("HTTP 302");
    assertThat(pace.waits).isEmpty();
  }

  @Test
  void anAnswerWithoutEndIsCut() throws IOException {
    replay.on(HEALTH, 200, "x".repeat(BoundedBody.MOST_BYTES + 1));

    assertThat(fault(replay.airflow(folder, pace)::health)).hasMessageContaining("16 MiB");
  }

  @Test
  void aTriggerWhoseAnswerIsLostIsNotSentTwice() throws IOException {
    replay.instead(ONE, 404, Recorded.NO_RUN).on(ONE, 200, Recorded.RUN).on(TRIGGER, 0, "");

    Nights.Triggered triggered = new Nights(replay.airflow(folder, pace)).trigger(DATE, null);

    assertThat(triggered.run().id()).isEqualTo("nightly__2026-10-30");
    assertThat(replay.calls(TRIGGER)).isOne();
  }

  @Test
  void afterAConflictOrAFaultOfTheServerItLooks() throws IOException {
    for (int status : new int[] {409, 500, 502}) {
      replay
          .instead(ONE, 404, Recorded.NO_RUN)
          .on(ONE, 200, Recorded.RUN)
          .instead(TRIGGER, status, Recorded.CONFLICT);

      assertThat(new Nights(replay.airflow(folder, pace)).trigger(DATE, null).made())
          .as("%d", status)
          .isFalse();
    }
    assertThat(replay.calls(TRIGGER)).isEqualTo(3);
  }

  @Test
  void aTriggerThatWasNotTakenIsSentAgain() throws IOException {
    replay.on(TRIGGER, 0, "").on(TRIGGER, 500, "").on(TRIGGER, 200, Recorded.RUN);

    assertThat(new Nights(replay.airflow(folder, pace)).trigger(DATE, null).made()).isTrue();
    assertThat(replay.calls(TRIGGER)).isEqualTo(3);
  }

  @Test
  void aConflictNobodyCanSeeEndsAtTheDeadline() throws IOException {
    replay.on(TRIGGER, 409, Recorded.CONFLICT);

    assertThat(fault(() -> new Nights(replay.airflow(folder, pace)).trigger(DATE, null)))
        .hasMessageContaining("[airflow-answer]")
        .hasMessageContaining("Unique constraint violation");
  }

  @Test
  void aRequestThatIsWrongIsNotRepeated() throws IOException {
    for (int status : new int[] {400, 405, 422}) {
      replay.instead(TRIGGER, status, Recorded.INVALID);

      assertThat(fault(() -> new Nights(replay.airflow(folder, pace)).trigger(DATE, null)))
          .hasMessageContaining("HTTP " + status + ", body.logical_date: Field required")
          .hasMessageNotContaining(Replay.PASSWORD);
    }
    assertThat(pace.waits).isEmpty();
  }

  @Test
  void aClearWhoseAnswerIsLostIsSeenByTheQueue() throws IOException {
    String finished = Recorded.RUN.replace("\"queued\"", "\"failed\"");
    String repeated = finished.replace("22:49:47.208392", "23:10:00");
    replay
        .instead(ONE, 200, finished)
        .on(ONE, 200, repeated)
        .on(ONE.replace("GET", "POST") + "/clear", 0, "");
    Airflow airflow = replay.airflow(folder, pace);
    DagRun before = DagRun.of(java.util.Objects.requireNonNull(Json.parse(finished)));

    assertThat(airflow.clear("hall_nightly", before, false).queuedAt())
        .isEqualTo("2026-11-23T23:10:00Z");
    assertThat(replay.calls(ONE.replace("GET", "POST") + "/clear")).isOne();
  }

  @Test
  void anAssetEventIsReportedOnce() throws IOException {
    String events = "/api/v2/assets/events";
    replay
        .on("GET /api/v2/assets", 200, "{\"assets\":[{\"id\":7,\"uri\":\"hall://figures/\"}]}")
        .on("GET " + events, 200, "{\"asset_events\":[{\"id\":1,\"extra\":{\"edition\":\"2\"}}]}")
        .on("POST " + events, 200, "{\"id\":2,\"extra\":{\"edition\":\"3\"}}");
    Airflow airflow = replay.airflow(folder, pace);
    SortedMap<String, String> edition = new TreeMap<>(Map.of("edition", "2"));

    assertThat(airflow.assetEvent("hall://figures/", edition)).isFalse();
    edition.put("edition", "3");
    assertThat(airflow.assetEvent("hall://figures/", edition)).isTrue();
    assertThat(replay.calls("POST " + events)).isOne();
    assertThat(replay.seen)
        .last()
        .extracting(Replay.Seen::body)
        .isEqualTo("{\"asset_id\":7,\"extra\":{\"edition\":\"3\"}}");
  }

  private static HallException fault(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(HallException.class, call);
  }
}
