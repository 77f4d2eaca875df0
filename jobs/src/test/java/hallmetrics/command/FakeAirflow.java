package hallmetrics.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An Airflow with state: runs are unique by id and by logical date, and where several ask at once
 * all but one get 409 or 500, as a real one was seen to answer. Bodies are as recorded.
 */
final class FakeAirflow implements AutoCloseable {
  static final String PASSWORD = "correct-horse-battery";
  static final String TOKEN = "eyJhbGciOiJIUzUxMiJ9.fake";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern RUN =
      Pattern.compile("/api/v2/dags/hall_nightly/dagRuns/([^/]+)(/.*)?");

  static {
    // else every answer waits 40 ms for the other side's acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  final Map<String, FakeRun> runs = new TreeMap<>();
  final List<String> posted = new ArrayList<>();

  /** Asset events, the newest first. */
  final List<ObjectNode> events = new ArrayList<>();

  final AtomicInteger calls = new AtomicInteger();
  volatile Instant now = Instant.parse("2026-11-02T02:00:00Z");
  volatile boolean missing;
  volatile boolean paused;
  volatile boolean stale;
  volatile boolean broken;
  volatile boolean viewer;
  volatile boolean dropsTriggers;
  volatile @Nullable String down;
  volatile String version = "3.3.2";
  volatile @Nullable String start = "2026-10-01T00:00:00+08:00";
  volatile @Nullable String end;
  volatile @Nullable String next = "2026-11-02T16:30:00Z";

  /** An answer given instead of any other; null for none. */
  volatile @Nullable Reply instead;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** A status and a body; status 0 breaks off. */
  record Reply(int status, String body) {}

  FakeAirflow() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  synchronized FakeRun add(String id, String logical, String date) {
    ObjectNode conf = JSON.createObjectNode().put("business_date", date);
    FakeRun run = new FakeRun(id, Instant.parse(logical), conf, now);
    runs.put(id, run);
    return run;
  }

  private void handle(HttpExchange exchange) throws IOException {
    calls.incrementAndGet();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Reply fixed = instead;
    Reply reply = fixed == null ? answer(exchange, body) : fixed;
    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    if (reply.status() == 0) {
      exchange.sendResponseHeaders(200, 100);
    } else {
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private synchronized Reply answer(HttpExchange exchange, String body) throws IOException {
    String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    if (call.equals("POST /auth/token/cli")) {
      boolean right = JSON.readTree(body).path("password").asText().equals(PASSWORD);
      return right
          ? new Reply(201, "{\"access_token\":\"" + TOKEN + "\"}")
          : new Reply(401, detail("Invalid credentials"));
    }
    String bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    if (!bearer.equals("Bearer " + TOKEN)) {
      return bearer.contains("expired")
          ? new Reply(401, detail("Token Expired"))
          : new Reply(403, detail("Invalid JWT token"));
    }
    Matcher one = RUN.matcher(exchange.getRequestURI().getPath());
    if (one.matches()) {
      FakeRun run = runs.get(one.group(1));
      String rest = one.group(2) == null ? "" : one.group(2);
      return run == null
          ? new Reply(404, detail("not found"))
          : ofRun(run, exchange.getRequestMethod() + rest, body);
    }
    return switch (call) {
      case "GET /api/v2/version" -> new Reply(200, "{\"version\":\"" + version + "\"}");
      case "GET /api/v2/monitor/health" -> new Reply(200, health());
      case "GET /api/v2/importErrors" -> new Reply(200, importErrors());
      case "GET /api/v2/dags/hall_nightly/details" ->
          missing ? new Reply(404, detail("The Dag was not found")) : new Reply(200, dag());
      case "GET /api/v2/dags/hall_nightly/dagRuns" ->
          new Reply(200, list(exchange.getRequestURI().getQuery()));
      case "PATCH /api/v2/dags/hall_nightly" -> {
        paused = JSON.readTree(body).path("is_paused").asBoolean();
        yield new Reply(200, dag());
      }
      case "GET /api/v2/assets/events" ->
          new Reply(
              200,
              JSON.createObjectNode().set("asset_events", JSON.valueToTree(events)).toString());
      case "POST /api/v2/dags/hall_nightly/dagRuns" -> trigger(JSON.readTree(body));
      default -> new Reply(404, "{\"error\":\"API route not found\"}");
    };
  }

  private Reply ofRun(FakeRun run, String rest, String body) throws IOException {
    if (rest.equals("PATCH")) {
      run.note = JSON.readTree(body).path("note").asText();
      return new Reply(200, run.json().toString());
    }
    if (rest.equals("POST/clear")) {
      run.state = "queued";
      run.queued = now;
      run.tasks.clear();
      return new Reply(200, run.json().toString());
    }
    if (rest.equals("GET/taskInstances")) {
      return new Reply(200, run.tasksJson().toString());
    }
    if (rest.contains("/logs/")) {
      return new Reply(200, run.log);
    }
    if (rest.endsWith("/xcomEntries/return_value")) {
      return run.xcom == null
          ? new Reply(404, detail("XCom entry with key: `return_value` not found"))
          : new Reply(200, "{\"key\":\"return_value\",\"value\":" + run.xcom + "}");
    }
    return new Reply(200, run.json().toString());
  }

  private Reply trigger(JsonNode body) {
    if (viewer) {
      return new Reply(403, detail("Forbidden"));
    }
    String id = body.path("dag_run_id").asText();
    Instant logical = Instant.parse(body.path("logical_date").asText());
    if (runs.values().stream().anyMatch(run -> run.id.equals(id) || run.logical.equals(logical))) {
      return calls.get() % 2 == 0
          ? new Reply(409, "{\"detail\":{\"reason\":\"Unique constraint violation\"}}")
          : new Reply(500, detail("Internal Server Error"));
    }
    FakeRun run = new FakeRun(id, logical, body.path("conf"), now);
    runs.put(id, run);
    posted.add(body.toString());
    return dropsTriggers ? new Reply(0, "") : new Reply(200, run.json().toString());
  }

  private String list(String query) {
    Map<String, String> asked = new TreeMap<>();
    for (String pair : query.split("&", -1)) {
      asked.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    Instant from = Instant.parse(asked.getOrDefault("logical_date_gte", Instant.EPOCH.toString()));
    Instant to = Instant.parse(asked.getOrDefault("logical_date_lt", "2999-01-01T00:00:00Z"));
    boolean open = asked.containsKey("state");
    ObjectNode node = JSON.createObjectNode();
    node.withArray("dag_runs");
    runs.values().stream()
        .filter(run -> !run.logical.isBefore(from) && run.logical.isBefore(to))
        .filter(run -> !open || run.state.equals("queued") || run.state.equals("running"))
        .forEach(run -> node.withArray("dag_runs").add(run.json()));
    return node.toString();
  }

  private String dag() {
    ObjectNode dag = JSON.createObjectNode().put("dag_id", "hall_nightly");
    dag.put("is_paused", paused).put("is_stale", stale).put("has_import_errors", broken);
    dag.put("start_date", start).put("end_date", end).put("next_dagrun_logical_date", next);
    return dag.toString();
  }

  private String health() {
    String status = down == null ? "healthy" : "unhealthy";
    String beat = down == null ? now.toString() : down;
    return ("{'metadatabase':{'status':'healthy'},'scheduler':{'status':'"
            + status
            + "','latest_scheduler_heartbeat':'"
            + beat
            + "'},'triggerer':{'status':'unhealthy'},'dag_processor':{'status':'healthy'}}")
        .replace('\'', '"');
  }

  private String importErrors() {
    return broken
        ? "{\"import_errors\":[{\"filename\":\"hall_nightly.py\",\"stack_trace\":"
            + "\"Traceback\\nSyntaxError: invalid syntax\\n\"}]}"
        : "{\"import_errors\":[],\"total_entries\":0}";
  }

  private static String detail(String text) {
    return "{\"detail\":\"" + text + "\"}";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
