package hallmetrics.launch;

import static org.assertj.core.api.Assertions.assertThat;

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
    String plain = figures("plain", Map.of());
    assertThat(figures("local", on("local[2]", ""))).isEqualTo(plain);
    assertThat(figures("client", onCluster(""))).isEqualTo(plain);
    assertThat(figures("cluster", onCluster("--deploy-mode cluster"))).isEqualTo(plain);
    assertThat(executors("one")).as("executors on worker one").isPositive();
    assertThat(executors("two")).as("executors on worker two").isPositive();
  }

  @Test
  @Order(2)
  void clusterModeTellsHowItEnded() throws IOException, InterruptedException {
    MiniSite site = new MiniSite(folder.resolve("refused"), "csv", "utf-8");
    Path broken = site.csv("ratings_20261031_1.csv", StandardCharsets.UTF_8, List.of());
    Files.writeString(broken, "\"", StandardCharsets.UTF_8);
    Launch run = hall(onCluster("--deploy-mode cluster"), ingest(site, List.of(broken)));
    assertThat(run.status()).as(run.err()).isEqualTo(3);
    assertThat(run.err()).contains("集群模式下 spark-submit 的退出码不可信");
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

  private static String figures(String name, Map<String, String> environment)
      throws IOException, InterruptedException {
    MiniSite site = new MiniSite(folder.resolve(name), "csv", "utf-8");
    List<Path> files = files(site, MiniSite.ratings(800, 5));
    Launch run = hall(environment, ingest(site, files));
    assertThat(run.status()).as(name + run.out() + run.err()).isZero();
    return published(site, environment);
  }

  private static String published(MiniSite site) throws IOException, InterruptedException {
    return published(site, Map.of());
  }

  private static String published(MiniSite site, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> publish =
        List.of("publish", "--conf", site.conf().toString(), "--period", "2026-10");
    Launch run = hall(environment, publish);
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

  /** How many executors have run on a worker. */
  private static long executors(String worker) throws IOException {
    try (Stream<Path> files = Files.walk(cluster.work(worker))) {
      return files.filter(file -> file.toString().matches(".*/app-[^/]*/\\d+/stderr")).count();
    }
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
