package hallmetrics.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code scripts/hall}: picks a JDK that fits, hands arguments and status through. */
class LauncherIT {
  private static final String HALL =
      Path.of("..", "scripts", "hall").toAbsolutePath().normalize().toString();

  @TempDir private Path folder;

  @Test
  void itRunsTheJarAndKeepsStdoutClean() throws IOException, InterruptedException {
    Launch run = hall(Map.of(), "--version");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out().strip()).startsWith("hall ").doesNotContain("\n");
  }

  @Test
  void itHandsTheExitStatusThrough() throws IOException, InterruptedException {
    assertThat(hall(Map.of(), "publsh").status()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_412", "11.0.2", "24", "25.0.1"})
  void aJdkThatDoesNotFitIsRefusedInBothLanguages(String version)
      throws IOException, InterruptedException {
    Launch run = hall(Map.of("JAVA_HOME", fakeJdk(version)), "check");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("请用 JDK 17 或 21").contains("use JDK 17 or 21");
  }

  @Test
  void argumentsArriveAsTheyAre() throws IOException, InterruptedException {
    Launch run =
        hall(
            Map.of("JAVA_HOME", fakeJdk("17.0.15"), "HALL_HEAP", "3g", "HALL_JAVA_OPTS", "-Da=b"),
            "publish",
            "--reason",
            "两个 词 *",
            "",
            "--period=2026-10");
    List<String> words = run.out().lines().toList();
    assertThat(words).contains("<-Xmx3g>", "<-Da=b>", "<-XX:+UseSerialGC>");
    assertThat(words.subList(words.indexOf("<-jar>") + 2, words.size()))
        .containsExactly("<publish>", "<--reason>", "<两个 词 *>", "<>", "<--period=2026-10>");
    assertThat(words).noneMatch(word -> word.contains("user.timezone"));
  }

  @Test
  void inClusterModeTheStoreSaysHowTheNightEnded() throws IOException, InterruptedException {
    Launch run =
        hall(
            Map.of(
                "JAVA_HOME",
                fakeJdk("17.0.15"),
                "HALL_SPARK_SUBMIT",
                fakeSubmit(0),
                "HALL_SPARK_ARGS",
                "--master spark://a:7077 --deploy-mode cluster",
                "HALL_LAUNCH",
                "night-7"),
            "nightly",
            "--date",
            "2026-10-31",
            "--conf",
            "/etc/hall/某市",
            "--store=/data/hall");
    List<String> words = run.out().lines().toList();
    assertThat(words).contains("<--deploy-mode>", "<cluster>", "<--date>");
    List<String> asked = words.subList(words.lastIndexOf("<-jar>") + 2, words.size());
    String id = asked.get(2).replaceAll("[<>]", "");
    // an id used before would be answered with the older night's outcome
    assertThat(id).matches("night-7@\\d{8}T\\d{6}-[0-9a-f]{12}");
    assertThat(words.stream().filter(word -> word.contains("-Dhall.launch=" + id + " ")))
        .as("driver and executors")
        .hasSize(2);
    assertThat(asked)
        .containsExactly(
            "<status>",
            "<--launch>",
            "<" + id + ">",
            "<--conf>",
            "</etc/hall/某市>",
            "<--store=/data/hall>");
    assertThat(run.err()).contains("Reading the outcome from the store");
  }

  /** On YARN spark-submit ends with 1 whatever the driver ended with. */
  @Test
  void theStoreIsAskedAlsoWhereSubmitFails() throws IOException, InterruptedException {
    Launch run =
        hall(
            Map.of(
                "JAVA_HOME",
                fakeJdk("17.0.15"),
                "HALL_SPARK_SUBMIT",
                fakeSubmit(1),
                "HALL_SPARK_ARGS",
                "--master yarn --deploy-mode=cluster"),
            "nightly",
            "--store");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).contains("spark-submit 以 1 结束");
    assertThat(run.out()).contains("-Dlog4j2.configurationFile=log4j2.properties ");
    assertThat(run.out()).contains("<status>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--deploy-mode cluster",
        "--deploy-mode=cluster",
        "--master yarn --conf spark.submit.deployMode=cluster"
      })
  void aVerbWhoseOutcomeWouldBeHiddenIsRefusedInClusterMode(String arguments)
      throws IOException, InterruptedException {
    Launch run =
        hall(
            Map.of("HALL_SPARK_SUBMIT", fakeSubmit(0), "HALL_SPARK_ARGS", arguments),
            "publish",
            "--period",
            "2026-10");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).as("nothing is submitted").isEmpty();
    assertThat(run.err()).startsWith("错误：集群模式").contains("[cluster-verb]", "client mode");
  }

  @Test
  void whatNeedsNoClusterIsAnsweredHere() throws IOException, InterruptedException {
    Launch run =
        hall(
            Map.of("HALL_SPARK_SUBMIT", fakeSubmit(1), "HALL_SPARK_ARGS", "--deploy-mode cluster"),
            "--version");
    assertThat(run.out()).as(run.err()).startsWith("hall ");
    assertThat(run.status()).isZero();
  }

  @Test
  void whereNoDeployModeIsNamedItIsClientWhateverSparksDefaultsSay()
      throws IOException, InterruptedException {
    Launch run =
        hall(Map.of("HALL_SPARK_SUBMIT", fakeSubmit(3), "HALL_LAUNCH", "n-7"), "publish", "x y");
    assertThat(run.status()).isEqualTo(3);
    List<String> words = run.out().lines().toList();
    int mode = words.indexOf("<--deploy-mode>");
    assertThat(words.get(mode + 1)).isEqualTo("<client>");
    assertThat(words.subList(mode + 3, words.size())).containsExactly("<publish>", "<x y>");
    assertThat(words.stream().filter(word -> word.contains("-Dhall.launch=n-7 "))).hasSize(2);
  }

  private String fakeSubmit(int status) throws IOException {
    Path submit = folder.resolve("spark-submit");
    Files.writeString(
        submit,
        "#!/bin/sh\nfor word in \"$@\"; do printf '<%s>\\n' \"$word\"; done\nexit "
            + status
            + "\n");
    Files.setPosixFilePermissions(submit, PosixFilePermissions.fromString("rwxr-xr-x"));
    return submit.toString();
  }

  /** A JDK whose java tells a version and prints each argument on a line of its own. */
  private String fakeJdk(String version) throws IOException {
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        if [ "$1" = -version ]; then
          echo 'openjdk version "%s" 2026-01-01' >&2
          exit 0
        fi
        for word in "$@"; do printf '<%%s>\\n' "$word"; done
        """
            .formatted(version));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return folder.resolve("jdk").toString();
  }

  private Launch hall(Map<String, String> more, String... arguments)
      throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.putAll(more);
    List<String> command = new ArrayList<>(List.of(HALL));
    command.addAll(List.of(arguments));
    return Launch.of(folder, environment, command);
  }
}
