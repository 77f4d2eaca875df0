package hallmetrics.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmetrics.testing.MiniSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/hall} through a real spark-submit on a real cluster. */
@Tag("slow")
@Tag("spark-submit")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class) // a lost worker does not come back
class StandaloneClusterIT {
  private static final String HALL =
      Path.of("..", "scripts", "hall").toAbsolutePath().normalize().toString();
  private static final String LINE =
      "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+\\+08:00 [A-Z]+ +\\[\\S+] \\S+ .*";

  private static final String EXECUTOR = ".*/app-[^/]*/\\d+/stderr";
  private static final String FRAME = "Spark Executor Command: .*|=+|WARNING: Using incubator.*";

  @TempDir private static Path folder;

  private static StandaloneCluster cluster;
  private static String submit;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    submit = System.getenv("HALL_TEST_SPARK_SUBMIT");
    assertThat(submit).as("HALL_TEST_SPARK_SUBMIT: scripts/test --all sets it").isNotNull();
    cluster = new StandaloneCluster(Path.of(submit), Files.createDirectories(folder.resolve("c")));
  }

  @AfterAll
  static void end() throws IOException, InterruptedException {
    cluster.close();
  }

  private static Map<String, String> on(String master, String more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("HALL_SPARK_SUBMIT", submit);
    environment.put("HALL_SPARK_ARGS", "--master " + master + " " + more);
    environment.put("HALL_HEAP", "1g");
    return environment;
  }

  private static Map<String, String> onCluster(String more) {
    return on(
        cluster.master(),
        "--conf spark.executor.memory=768m --conf spark.executor.cores=1 --conf spark.cores.max=2"
            + " --conf spark.shuffle.io.retryWait=1s "
            + more);
  }

  @Test
  @Order(1)
  void everyLaunchMakesTheSameFigures() throws IOException, InterruptedException {
    SmallCity city = SmallCity.deliver(folder.resolve("city"));
    String plain = october(city, "plain", Map.of());
    assertThat(october(city, "local", on("local[2]", ""))).isEqualTo(plain);

    // the key is an old one: each executor warns of it as it starts
    Map<String, String> json = onCluster("--conf spark.yarn.am.port=0");
    json.put("HALL_LOG", "json");
    json.put("HALL_LAUNCH", "night-1");
    assertThat(october(city, "client", json)).isEqualTo(plain);
    for (String worker : List.of("one", "two")) {
      List<String> lines = executorLines(worker);
      assertThat(lines).as("lines of executors on worker " + worker).isNotEmpty();
      for (String line : lines) {
        JsonNode record = new ObjectMapper().readTree(line);
        assertThat(record.at("/mdc/run").asText()).as(line).isEqualTo("night-1");
        assertThat(record.get("timestamp").isNumber()).as(line).isTrue();
        assertThat(record.get("time").asText()).as(line).endsWith("+08:00");
        assertThat(record.get("formattedMessage").asText()).as(line).isNotEmpty();
      }
    }

    Map<String, String> driven = onCluster("--deploy-mode cluster");
    driven.put("HALL_LAUNCH", "night-2");
    assertThat(october(city, "cluster", driven)).isEqualTo(plain);
  }

  /** Whose driver cannot even start, though a night of the same id ended well before. */
  @Test
  @Order(2)
  void anOlderNightNeverSpeaksForANewLaunch() throws IOException, InterruptedException {
    SmallCity city = new SmallCity(folder.resolve("city"), folder.resolve("city/conf"));
    Map<String, String> again = onCluster("--deploy-mode cluster");
    again.put("HALL_LAUNCH", "night-2");
    again.put("HALL_JAVA_OPTS", "-XX:+NoSuchFlagOfJava");
    Launch run = hall(again, city.nightly(folder.resolve("cluster")));
    assertThat(run.status()).as(run.out() + run.err()).isEqualTo(4);
    assertThat(run.err()).contains("[launch-unknown]");
  }

  @Test
  @Order(3)
  void aLostWorkerChangesNothing() throws IOException, InterruptedException {
    List<List<String>> rows = MiniSite.ratings(24_000, 9);
    MiniSite calm = new MiniSite(folder.resolve("calm"), "csv", "utf-8");
    assertThat(hall(Map.of(), ingest(calm, files(calm, rows))).status()).isZero();

    MiniSite struck = new MiniSite(folder.resolve("struck"), "csv", "utf-8");
    List<String> command = ingest(struck, files(struck, rows));
    CompletableFuture<Launch> running =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                Map<String, String> marked = onCluster("");
                marked.put("HALL_LAUNCH", "struck-1");
                return hall(marked, command);
              } catch (IOException | InterruptedException failed) {
                throw new CompletionException(failed);
              }
            });
    while (!cluster.holdsShuffle("two")) {
      assertStillRunning(running);
    }
    cluster.lose("two");
    assertThat(running).isNotDone();
    Launch run = running.join();

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err().lines().filter(line -> line.contains("Lost executor")))
        .isNotEmpty()
        .allMatch(line -> line.matches(LINE));
    assertThat(run.err()).contains(" [struck-1] 进度 读取报送");
    assertThat(published(struck)).isEqualTo(published(calm));
  }

  private static void assertStillRunning(CompletableFuture<Launch> running)
      throws InterruptedException {
    try {
      Launch ended = running.get(50, TimeUnit.MILLISECONDS);
      throw new AssertionError("it ended before a worker was lost: " + ended.err());
    } catch (TimeoutException stillRunning) {
      assertThat(running).isNotDone();
    } catch (java.util.concurrent.ExecutionException failed) {
      throw new AssertionError(failed);
    }
  }

  /** The hash of October after the city's night by a launch, which ends as the night did. */
  private static String october(SmallCity city, String name, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path store = folder.resolve(name);
    Launch run = hall(environment, city.nightly(store));
    assertThat(run.status()).as(name + run.out() + run.err()).isEqualTo(3);
    assertThat(run.out()).as(name + run.err()).contains("已发布2026年10月第1版", "[inverted-scale]");
    return SmallCity.october(store);
  }

  private static String published(MiniSite site) throws IOException, InterruptedException {
    List<String> publish =
        List.of("publish", "--conf", site.conf().toString(), "--period", "2026-10");
    Launch run = hall(Map.of(), publish);
    assertThat(run.status()).as(run.out() + run.err()).isZero();
    return site.manifest("2026-10").figuresHash();
  }

  /** The rows in four files, so that several executors read. */
  private static List<Path> files(MiniSite site, List<List<String>> rows) throws IOException {
    List<Path> files = new ArrayList<>();
    int part = (rows.size() + 3) / 4;
    for (int i = 0; i < 4; i++) {
      List<List<String>> its = rows.subList(i * part, Math.min(rows.size(), (i + 1) * part));
      files.add(site.csv("ratings_20261031_" + (i + 1) + ".csv", StandardCharsets.UTF_8, its));
    }
    return files;
  }

  private static List<String> ingest(MiniSite site, List<Path> files) {
    List<String> command =
        new ArrayList<>(List.of("ingest", "--conf", site.conf().toString(), "--source", "ratings"));
    files.forEach(file -> command.add(file.toString()));
    return command;
  }

  /** What the executors of a worker have logged, without the lines of the worker and of Java. */
  private static List<String> executorLines(String worker) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(cluster.work(worker))) {
      for (Path file : files.filter(one -> one.toString().matches(EXECUTOR)).toList()) {
        List<String> all = Files.readAllLines(file);
        // the worker ends the executor and its copying of what it says: the last line may be torn
        all.stream()
            .limit(Math.max(0, all.size() - 1))
            .filter(line -> !line.isEmpty() && !line.matches(FRAME))
            .forEach(lines::add);
      }
    }
    return lines;
  }

  private static Launch hall(Map<String, String> environment, List<String> arguments)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>(environment);
    all.put("SPARK_LOCAL_IP", "127.0.0.1");
    all.put("LC_ALL", "C.UTF-8");
    List<String> command = new ArrayList<>(List.of(HALL));
    command.addAll(arguments);
    return Launch.of(folder, all, command);
  }
}
