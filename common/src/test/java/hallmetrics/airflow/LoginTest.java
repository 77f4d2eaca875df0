package hallmetrics.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who logs in when, and what a refused login says. */
class LoginTest {
  private static final String VERSION = "GET /api/v2/version";
  private static final String EXPIRED = "{\"detail\":\"Token Expired\"}";

  @TempDir private Path folder;
  private final TestPace pace = new TestPace();
  private final Replay replay;

  LoginTest() throws IOException {
    replay = new Replay();
  }

  @BeforeEach
  void aVersion() {
    replay.on(VERSION, 200, Recorded.VERSION);
  }

  @AfterEach
  void close() {
    replay.close();
  }

  @Test
  void oneLoginServesManyCalls() throws IOException {
    Airflow airflow = replay.airflow(folder, pace);

    airflow.version();
    assertThat(airflow.version()).isEqualTo("3.3.2");

    assertThat(replay.calls()).containsExactly(Replay.LOGIN, VERSION, VERSION);
    assertThat(replay.seen).last().extracting(Replay.Seen::token).isEqualTo("Bearer eyJ0b2tlbi0x");
  }

  @Test
  void anExpiredTokenLogsInOnceMore() throws IOException {
    replay.instead(VERSION, 401, EXPIRED).on(VERSION, 200, Recorded.VERSION);

    assertThat(replay.airflow(folder, pace).version()).isEqualTo("3.3.2");
    assertThat(replay.calls(Replay.LOGIN)).isEqualTo(2);
  }

  @Test
  void aTokenThatIsNoneLogsInOnceMoreAndThenStops() throws IOException {
    replay.instead(VERSION, 403, "{\"detail\":\"Invalid JWT token\"}");

    fault("airflow-login", replay.airflow(folder, pace)::version);
    assertThat(replay.calls(Replay.LOGIN)).isEqualTo(2);
    assertThat(replay.calls(VERSION)).isEqualTo(2);
  }

  @Test
  void aRoleTooLowStopsAtOnce() throws IOException {
    replay.instead(VERSION, 403, "{\"detail\":\"Forbidden\"}");

    assertThat(fault("airflow-forbidden", replay.airflow(folder, pace)::version))
        .hasMessageContaining("用户 hall 在 Airflow 里没有权限");
    assertThat(replay.calls()).containsExactly(Replay.LOGIN, VERSION);
    assertThat(pace.waits).isEmpty();
  }

  @Test
  void aWrongPasswordIsSaidAndNotShown() throws IOException {
    replay.instead(Replay.LOGIN, 401, "{\"detail\":\"Invalid credentials\"}");

    assertThat(fault("airflow-login", replay.airflow(folder, pace)::version))
        .hasMessageContaining("登录 Airflow 失败，用户 hall")
        .hasMessageContaining("Invalid credentials");
    assertThat(replay.calls(Replay.LOGIN)).isOne();
  }

  @Test
  void aLoginThatRepeatsThePasswordDoesNotShowIt() throws IOException {
    replay.instead(Replay.LOGIN, 422, "{\"detail\":\"no role for " + Replay.PASSWORD + "\"}");

    fault("airflow-login", replay.airflow(folder, pace)::version);
  }

  @Test
  void anOldAirflowIsRefused() throws IOException {
    replay.instead(VERSION, 200, "{\"version\":\"3.2.1\",\"git_version\":null}");
    assertThat(fault("airflow-unfit", replay.airflow(folder, pace)::version))
        .hasMessageContaining("Airflow 3.2.1 太旧")
        .hasMessageContaining("3.2.2");

    replay.instead(VERSION, 200, "{\"version\":\"3.10.0rc1\"}");
    assertThat(replay.airflow(folder, pace).version()).isEqualTo("3.10.0rc1");

    replay.instead(Replay.LOGIN, 404, "<html><title>404 Not Found</title></html>");
    fault("airflow-unfit", replay.airflow(folder, pace)::version);
  }

  @Test
  void aTokenFileIsReadAnewWhenItsTokenIsSpent() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "first-token\n");
    Airflow airflow = Airflow.at(token(file), pace.pace(), Duration.ofMinutes(2));
    airflow.version();
    Files.writeString(file, "second-token\n");
    replay.instead(VERSION, 401, EXPIRED).on(VERSION, 200, Recorded.VERSION);

    airflow.version();

    assertThat(replay.seen)
        .extracting(Replay.Seen::token)
        .containsExactly("Bearer first-token", "Bearer first-token", "Bearer second-token");
    replay.instead(VERSION, 401, EXPIRED);
    assertThat(fault("airflow-login", airflow::version))
        .hasMessageContaining("不认这个令牌")
        .hasMessageNotContaining("second-token");
  }

  private AirflowAccess token(Path file) throws IOException {
    return AirflowAccess.of(
        Map.of(
            "HALL_AIRFLOW_URL",
            replay.access(folder).url().toString(),
            "HALL_AIRFLOW_TOKEN_FILE",
            file.toString()),
        null);
  }

  private static HallException fault(String code, ThrowingCallable call) {
    HallException fault = catchThrowableOfType(HallException.class, call);
    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.status()).isEqualTo(ExitStatus.OUTSIDE);
    assertThat(fault.toString()).contains("下一步：").doesNotContain(Replay.PASSWORD, "eyJ0b2tlbi0x");
    return fault;
  }
}
