package hallmetrics.launch;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.journal.Journal;
import hallmetrics.journal.NightRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is ended by a signal says so in a few lines, and says nothing else. */
class SignalIT {
  private static final String HALL =
      Path.of("..", "scripts", "hall").toAbsolutePath().normalize().toString();

  @TempDir private Path folder;

  @Test
  void aStoppedNightIsToldOnceAndNotByTheLibraries() throws IOException, InterruptedException {
    Process demo =
        new ProcessBuilder(HALL, "demo", "--out", folder.resolve("out").toString())
            .redirectErrorStream(true)
            .start();
    List<String> after = new ArrayList<>();
    try (BufferedReader lines = demo.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.lines().anyMatch(line -> line.contains("读取报送"))).isTrue();
      // the process's own destroy would close the stream that is read
      demo.toHandle().destroy();
      lines.lines().forEach(after::add);
      assertThat(demo.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      demo.destroyForcibly();
    }

    assertThat(demo.exitValue()).isEqualTo(128 + 15);
    assertThat(String.join("\n", after)).contains("运行中途被停止", "[stopped]", "下一步：需要时重跑同一条命令");
    assertThat(after).filteredOn(line -> line.contains("[stopped]")).hasSize(1);
    assertThat(after).noneMatch(line -> line.contains(" ERROR ") || line.contains("\tat "));
    assertThat(new Journal(folder.resolve("out/store")).newest(9, any -> true))
        .extracting(NightRecord::code)
        .containsExactly("stopped");
  }
}
