package hallmetrics.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same Spark job over the same jar, started both ways through {@code scripts/hall}'s recipe:
 * the same figure, and Logback writes the same line.
 */
class LaunchIT {
  private static final Path DIST = Path.of("target", "dist").toAbsolutePath();
  private static final String PROVIDER = "-Dslf4j.provider=ch.qos.logback.classic.spi";

  @TempDir private Path folder;

  @Test
  void javaJarRunsSparkAndIceberg() throws IOException, InterruptedException {
    Path probe = ProbeJar.write(folder, DIST.resolve("hall.jar"));
    Launch run = Launch.java(folder, "-jar", probe.toString(), folder.resolve("store").toString());
    assertRan(run);
  }

  @Test
  @Tag("slow")
  @Tag("spark-submit")
  void sparkSubmitRunsTheSameWithTheSameLogger() throws IOException, InterruptedException {
    Path probe = ProbeJar.write(folder, DIST.resolve("hall.jar"));
    Path log = DIST.resolve("log");
    Launch run =
        Launch.of(
            folder,
            Map.of("SPARK_LOCAL_IP", "127.0.0.1", "LC_ALL", "C.UTF-8"),
            List.of(
                sparkSubmit(),
                "--master",
                "local[1]",
                "--driver-class-path",
                log.resolve("logback-classic.jar") + ":" + log.resolve("logback-core.jar"),
                "--driver-java-options",
                PROVIDER
                    + ".LogbackServiceProvider -Dlogback.configurationFile="
                    + log.resolve("logback.xml"),
                "--jars",
                DIST.resolve("hall.jar").toString(),
                probe.toString(),
                folder.resolve("store").toString()));
    assertRan(run);
  }

  @Test
  @Tag("slow")
  @Tag("spark-submit")
  void theLauncherGoesThroughSparkSubmit() throws IOException, InterruptedException {
    Launch run =
        Launch.of(
            folder,
            Map.of("HALL_SPARK_SUBMIT", sparkSubmit(), "HALL_SPARK_ARGS", "--master local[1]"),
            List.of(DIST.resolve("../../../scripts/hall").normalize().toString(), "--version"));
    assertThat(run.out().strip()).as(run.err()).startsWith("hall ");
    assertThat(run.status()).isZero();
  }

  private static void assertRan(Launch run) {
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out().strip())
        .isEqualTo("probe sum=5050 logger=ch.qos.logback.classic.LoggerContext");
    assertThat(run.err().lines().filter(line -> line.contains("SparkProbe")))
        .singleElement()
        .asString()
        .matches(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+08:00 INFO  \\[probe-1]"
                + " SparkProbe 满意度 sum 5050 \\| second line");
  }

  private static String sparkSubmit() {
    String path = System.getenv("HALL_TEST_SPARK_SUBMIT");
    assertThat(path).as("HALL_TEST_SPARK_SUBMIT: scripts/test --all sets it").isNotNull();
    return path;
  }
}
