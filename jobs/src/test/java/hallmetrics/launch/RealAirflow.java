package hallmetrics.launch;

import com.fasterxml.jackson.databind.ObjectMapper;
import hallmetrics.airflow.Airflow;
import hallmetrics.airflow.AirflowAccess;
import hallmetrics.airflow.NightRun;
import hallmetrics.airflow.Pace;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real Airflow on loopback: api-server, scheduler and dag-processor, each in a session of its
 * own, with the product's DAG and nothing else. Closing ends every process and says so if one
 * stays.
 */
final class RealAirflow implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(4);
  private static final String PASSWORD = "a-password-of-the-test";

  // asked for an upgrade to HTTP/2 the api-server loses the body
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path airflow;
  private final Path home;
  private final int port;
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, Process> parts = new LinkedHashMap<>();

  /**
   * Starts it and waits until it is healthy and knows the DAG.
   *
   * @param airflow the program
   * @param variables Airflow's variables by name
   */
  RealAirflow(Path airflow, Path home, Path dag, Map<String, String> variables)
      throws IOException, InterruptedException {
    this.airflow = airflow;
    this.home = home;
    Path dags = Files.createDirectories(home.resolve("dags"));
    Files.copy(dag, dags.resolve(dag.getFileName()));
    Files.writeString(home.resolve("passwords.json"), "{\"admin\": \"" + PASSWORD + "\"}");
    Files.writeString(home.resolve("password"), PASSWORD + "\n");
    try (ServerSocket free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    }
    settings(dags);
    variables.forEach((name, value) -> environment.put("AIRFLOW_VAR_" + name, value));
    run("db", "migrate");
    try {
      for (String part : List.of("api-server", "scheduler", "dag-processor")) {
        parts.put(part, start(part));
      }
      Coming.up(
          url() + "/api/v2/monitor/health",
          "\"scheduler\":{\"status\":\"healthy\"",
          START,
          parts,
          home);
      run("dags", "reserialize");
      run("dags", "unpause", "--yes", "hall_nightly");
    } catch (IOException | InterruptedException | RuntimeException failed) {
      close();
      throw failed;
    }
  }

  private void settings(Path dags) {
    environment.put("AIRFLOW_HOME", home.toString());
    environment.put("AIRFLOW__CORE__DAGS_FOLDER", dags.toString());
    environment.put("AIRFLOW__CORE__LOAD_EXAMPLES", "False");
    environment.put("AIRFLOW__CORE__PARALLELISM", "2");
    environment.put("AIRFLOW__CORE__EXECUTION_API_SERVER_URL", url() + "/execution/");
    environment.put("AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS", "admin:admin");
    environment.put(
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE",
        home.resolve("passwords.json").toString());
    environment.put("AIRFLOW__API__HOST", "127.0.0.1");
    environment.put("AIRFLOW__API__PORT", Integer.toString(port));
    environment.put("AIRFLOW__API__BASE_URL", url());
    environment.put("AIRFLOW__API__WORKERS", "1");
    environment.put("AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL", "5");
    environment.put("AIRFLOW__DAG_PROCESSOR__MIN_FILE_PROCESS_INTERVAL", "5");
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** What {@code hall airflow} needs to find it. */
  Map<String, String> access() {
    return Map.of(
        "HALL_AIRFLOW_URL",
        url(),
        "HALL_AIRFLOW_USER",
        "admin",
        "HALL_AIRFLOW_PASSWORD_FILE",
        home.resolve("password").toString());
  }

  /** The secret no output may show. */
  static String password() {
    return PASSWORD;
  }

  /** Ends a part as a crash would, with all its workers. */
  void kill(String part) throws IOException, InterruptedException {
    signal("-KILL", session(part));
  }

  /** A client of its API. */
  Airflow client() {
    AirflowAccess access = AirflowAccess.of(access(), null);
    return Airflow.at(access, Pace.ofTheMachine(), Duration.ofMinutes(5));
  }

  /**
   * Airflow's own backfill of all nights whose business dates lie in [from, to], also of those that
   * have a finished run.
   */
  void backfill(String from, String to) throws IOException, InterruptedException {
    String token =
        JSON.readTree(post("/auth/token", null, Map.of("username", "admin", "password", PASSWORD)))
            .path("access_token")
            .asText();
    post(
        "/api/v2/backfills",
        token,
        Map.of(
            "dag_id",
            "hall_nightly",
            "from_date",
            night(from),
            "to_date",
            night(to),
            "reprocess_behavior",
            "completed",
            "max_active_runs",
            1));
  }

  private static String night(String date) {
    return new NightRun(LocalDate.parse(date)).logicalDate().toString();
  }

  private String post(String path, @Nullable String token, Map<String, ?> body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .timeout(START)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> answer =
        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  private void run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(airflow.toString()));
    command.addAll(List.of(arguments));
    Launch run = Launch.of(home, environment, command);
    if (run.status() != 0) {
      throw new IOException(command + " ended with " + run.status() + ": " + run.err());
    }
  }

  private Process start(String part) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("setsid", airflow.toString(), part).directory(home.toFile());
    builder.environment().putAll(environment);
    return builder
        .redirectErrorStream(true)
        .redirectOutput(home.resolve(part + ".log").toFile())
        .start();
  }

  private String session(String part) {
    return Long.toString(Objects.requireNonNull(parts.get(part)).pid());
  }

  private static void signal(String signal, String session)
      throws IOException, InterruptedException {
    new ProcessBuilder("pkill", signal, "-s", session).start().waitFor();
  }

  private static boolean left(String session) throws IOException, InterruptedException {
    return new ProcessBuilder("pgrep", "-s", session)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    for (String part : parts.keySet()) {
      signal("-TERM", session(part));
    }
    for (Process part : parts.values()) {
      part.waitFor(15, TimeUnit.SECONDS);
    }
    for (String part : parts.keySet()) {
      signal("-KILL", session(part));
    }
    for (Map.Entry<String, Process> part : parts.entrySet()) {
      part.getValue().waitFor(15, TimeUnit.SECONDS);
      // killed workers are gone when somebody has taken note of their end
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
      while (left(session(part.getKey())) && System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      if (left(session(part.getKey()))) {
        throw new IOException("processes of " + part.getKey() + " are left");
      }
    }
  }
}
