package hallmetrics.airflow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that plays back answers as they were recorded from a real Airflow. */
final class Replay implements AutoCloseable {
  static final String PASSWORD = "correct-horse-battery";
  static final String LOGIN = "POST /auth/token/cli";
  static final String RUNS = "/api/v2/dags/hall_nightly/dagRuns";

  /** An answer; status 0 breaks off, -1 never answers. */
  record Canned(int status, String body) {}

  /** A request as it came. */
  record Seen(String what, String query, String token, String body) {}

  static {
    // else every answer waits 40 ms for the other side's acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
  private final Map<String, Deque<Canned>> answers = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  Replay() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    on(LOGIN, 201, "{\"access_token\":\"eyJ0b2tlbi0x\"}");
  }

  /** The next answer to a call; the last one given stays. */
  Replay on(String what, int status, String body) {
    answers.computeIfAbsent(what, key -> new ArrayDeque<>()).add(new Canned(status, body));
    return this;
  }

  /** Forgets what was to be answered to a call. */
  Replay instead(String what, int status, String body) {
    answers.remove(what);
    return on(what, status, body);
  }

  AirflowAccess access(Path folder) throws IOException {
    Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    return AirflowAccess.of(
        Map.of(
            "HALL_AIRFLOW_URL",
            "http://127.0.0.1:" + server.getAddress().getPort() + "/",
            "HALL_AIRFLOW_USER",
            "hall",
            "HALL_AIRFLOW_PASSWORD_FILE",
            password.toString()),
        null);
  }

  Airflow airflow(Path folder, TestPace pace) throws IOException {
    return Airflow.at(access(folder), pace.pace(), Duration.ofMinutes(2));
  }

  List<String> calls() {
    return seen.stream().map(Seen::what).toList();
  }

  long calls(String what) {
    return seen.stream().filter(one -> one.what().equals(what)).count();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String what = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    List<String> token = exchange.getRequestHeaders().getOrDefault("Authorization", List.of(""));
    seen.add(
        new Seen(
            what,
            String.valueOf(exchange.getRequestURI().getRawQuery()),
            token.get(0),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    Canned canned = next(what);
    if (canned.status() <= 0) {
      drop(exchange, canned);
      return;
    }
    byte[] body = canned.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(canned.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void drop(HttpExchange exchange, Canned canned) throws IOException {
    if (canned.status() < 0) {
      try {
        closed.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    // a head without its body: a connection merely closed may be tried again by the JDK itself
    exchange.sendResponseHeaders(200, 100);
    exchange.close();
  }

  private synchronized Canned next(String what) {
    Deque<Canned> queue = answers.get(what);
    if (queue == null) {
      return new Canned(404, "{\"error\":\"API route not found\"}");
    }
    return queue.size() > 1 ? queue.remove() : queue.element();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
