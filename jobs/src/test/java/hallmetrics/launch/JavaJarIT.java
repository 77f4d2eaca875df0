package hallmetrics.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar hall.jar} needs no flag, says what it can do and how a call was wrong. */
class JavaJarIT {
  private static final String JAR =
      Path.of("target", "dist", "hall.jar").toAbsolutePath().toString();

  @TempDir private Path folder;

  @Test
  void helpIsPrintedAndEndsWithZero() throws IOException, InterruptedException {
    Launch run = Launch.java(folder, "-jar", JAR, "--help");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("用法：hall").contains("--version");
  }

  @Test
  void versionIsOneLine() throws IOException, InterruptedException {
    Launch run = Launch.java(folder, "-jar", JAR, "--version");
    assertThat(run.status()).isZero();
    assertThat(run.out().strip()).matches("hall \\d+\\.\\d+\\.\\d+.*").doesNotContain("\n");
  }

  @Test
  void anUnknownVerbIsAUsageError() throws IOException, InterruptedException {
    Launch run = Launch.java(folder, "-jar", JAR, "publsh");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("publsh");
  }
}
