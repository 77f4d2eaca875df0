package hallmetrics.testing;

import hallmetrics.launch.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;

/**
 * The default demo city at full scale as a new user's first command leaves it, made once for all
 * tests of this process: it takes minutes. Never run anything that writes on it.
 */
public final class FullDemo {
  private static final Path HALL = Path.of("..", "scripts", "hall").toAbsolutePath().normalize();
  private static @Nullable Path made;

  private FullDemo() {}

  /** Its folder. */
  public static synchronized Path folder() throws IOException, InterruptedException {
    Path known = made;
    if (known != null) {
      return known;
    }
    Path parent = Path.of("target", "full-demo").toAbsolutePath();
    FileUtils.deleteDirectory(parent.toFile());
    Files.createDirectories(parent);
    Path demo = parent.resolve("demo");
    Launch run =
        Launch.of(parent, Map.of(), List.of(HALL.toString(), "demo", "--out", demo.toString()));
    if (run.status() != 0) {
      throw new IllegalStateException(run.out() + run.err());
    }
    made = demo;
    return demo;
  }
}
