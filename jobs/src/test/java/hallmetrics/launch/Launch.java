package hallmetrics.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of the finished program in a process of its own.
 *
 * @param status exit status
 * @param out standard output, UTF-8
 * @param err standard error, UTF-8
 */
public record Launch(int status, String out, String err) {
  private static final long MINUTES = 20;

  /** Runs a command in a folder and waits for its end; a run that does not end is killed. */
  public static Launch of(Path folder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    Process process = builder.start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      throw new IOException(command + " did not end: " + Files.readString(err));
    }
    return new Launch(process.exitValue(), read(out), read(err));
  }

  /** Runs {@code java <arguments>} of the JDK that runs the tests. */
  public static Launch java(Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    return of(folder, Map.of(), command);
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
