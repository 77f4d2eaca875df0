package hallmetrics.launch;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real standalone cluster on loopback, one master and two workers of two cores, out of the
 * distribution a spark-submit lies in. Closing ends every process and says so if one stays.
 */
final class StandaloneCluster implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);

  private final Path distribution;
  private final Path home;
  private final int port = free();
  private final int web = free();
  private final Map<String, Process> parts = new LinkedHashMap<>();

  /**
   * Starts it and waits until both workers have announced themselves.
   *
   * @param submit the distribution's spark-submit
   */
  StandaloneCluster(Path submit, Path home) throws IOException, InterruptedException {
    this.distribution =
        Objects.requireNonNull(Objects.requireNonNull(submit.getParent()).getParent());
    this.home = home;
    Files.createDirectories(home.resolve("no-settings"));
    try {
      parts.put(
          "master",
          start("master", "master.Master", "--port", "" + port, "--webui-port", "" + web));
      waitFor("\"status\" : \"ALIVE\"");
      for (String worker : List.of("one", "two")) {
        parts.put(
            worker,
            start(
                worker,
                "worker.Worker",
                "--cores",
                "2",
                "--memory",
                "2g",
                "--work-dir",
                work(worker).toString(),
                "--webui-port",
                "" + free(),
                master()));
      }
      waitFor("\"aliveworkers\" : 2");
    } catch (IOException | InterruptedException | RuntimeException failed) {
      close();
      throw failed;
    }
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  String master() {
    return "spark://127.0.0.1:" + port;
  }

  /** The folder of a worker's drivers and executors. */
  Path work(String worker) {
    return home.resolve("work-" + worker);
  }

  /** Whether an executor of a worker has written what another task will read. */
  boolean holdsShuffle(String worker) throws IOException {
    Path local = home.resolve("local-" + worker);
    if (!Files.isDirectory(local)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(local)) {
      return files.anyMatch(file -> file.getFileName().toString().matches("shuffle_.*\\.data"));
    } catch (java.io.UncheckedIOException vanished) {
      return false;
    }
  }

  /** Ends a worker and its executors as the loss of a machine would. */
  void lose(String worker) {
    Process process = Objects.requireNonNull(parts.get(worker));
    List<ProcessHandle> its = process.descendants().toList();
    process.destroyForcibly();
    its.forEach(ProcessHandle::destroyForcibly);
  }

  private Process start(String name, String type, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                distribution.resolve("bin/spark-class").toString(),
                "org.apache.spark.deploy." + type,
                "--host",
                "127.0.0.1"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    Map<String, String> environment = new HashMap<>();
    environment.put("SPARK_HOME", distribution.toString());
    environment.put("SPARK_CONF_DIR", home.resolve("no-settings").toString());
    environment.put("SPARK_LOCAL_IP", "127.0.0.1");
    environment.put("SPARK_LOCAL_DIRS", home.resolve("local-" + name).toString());
    environment.put("SPARK_DAEMON_MEMORY", "256m");
    environment.put("SPARK_MASTER_OPTS", "-Dspark.master.rest.enabled=false");
    builder.environment().putAll(environment);
    return builder
        .redirectErrorStream(true)
        .redirectOutput(home.resolve(name + ".log").toFile())
        .start();
  }

  private void waitFor(String wanted) throws IOException, InterruptedException {
    Coming.up("http://127.0.0.1:" + web + "/json/", wanted, START, parts, home);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    List<ProcessHandle> all = new ArrayList<>();
    for (Process part : parts.values()) {
      part.descendants().forEach(all::add);
      all.add(part.toHandle());
      part.destroy();
    }
    for (Process part : parts.values()) {
      if (!part.waitFor(15, TimeUnit.SECONDS)) {
        part.destroyForcibly().waitFor(15, TimeUnit.SECONDS);
      }
    }
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle one : all) {
      if (one.isAlive()
          && one.onExit().completeOnTimeout(null, 15, TimeUnit.SECONDS).join() == null) {
        throw new IOException("a process of the cluster is left: " + one.pid());
      }
    }
  }
}
