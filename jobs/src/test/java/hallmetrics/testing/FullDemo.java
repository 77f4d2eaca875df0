package hallmetrics.testing;

import hallmetrics.launch.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The default demo city at full scale as the command line leaves it, made once for all tests of
 * this process: it takes minutes. Never run anything that writes on it.
 */
public final class FullDemo {
  private static final Path JAR = Path.of("target/dist/hall.jar").toAbsolutePath();
  private static @Nullable Path made;

  private FullDemo() {}

  /** Its folder. */
  public static synchronized Path folder() throws IOException, InterruptedException {
    Path known = made;
    if (known != null) {
      return known;
    }
    Path parent = Path.of("target", "full-demo").toAbsolutePath();
    delete(parent);
    Files.createDirectories(parent);
    Path demo = parent.resolve("demo");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(
            java,
            "-Xmx2g",
            "-XX:+UseParallelGC",
            "-XX:TieredStopAtLevel=1",
            "-jar",
            JAR.toString(),
            "demo",
            "--out",
            demo.toString());
    Launch run = Launch.of(parent, Map.of("LC_ALL", "C.UTF-8"), command);
    if (run.status() != 0) {
      throw new IllegalStateException(run.out() + run.err());
    }
    made = demo;
    return demo;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
