package hallmetrics.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this process used since it began.
 *
 * @param cpuSeconds of all threads, user and system; null where the system does not tell
 * @param peakMemoryBytes greatest resident size (VmHWM); null where there is no /proc
 */
public record Usage(@Nullable Double cpuSeconds, @Nullable Long peakMemoryBytes) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";

  /** Up to now. */
  public static Usage now() {
    // the management beans tell the same, but loading them costs a tenth of a second of CPU
    Optional<Duration> cpu = ProcessHandle.current().info().totalCpuDuration();
    return new Usage(cpu.map(time -> time.toMillis() / 1000.0).orElse(null), peak());
  }

  private static @Nullable Long peak() {
    if (!Files.exists(STATUS)) {
      return null;
    }
    try {
      // the name of the process stands in it and may be of any encoding
      for (String line : Files.readAllLines(STATUS, StandardCharsets.ISO_8859_1)) {
        if (line.startsWith(PEAK)) {
          return 1024 * Long.parseLong(line.substring(PEAK.length()).replace("kB", "").strip());
        }
      }
      return null;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
