package hallmetrics.ledger;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a main class of the tests in a JVM of its own, which may be killed. */
final class Forked {
  private Forked() {}

  /** Runs it to its end and gives its exit status (137 after SIGKILL). */
  static int run(Path log, Class<?> main, String failpoint, String... arguments) throws Exception {
    Process process = start(log, main, failpoint, arguments);
    if (!process.waitFor(300, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("not ended after 300 s: " + main + ", see " + log);
    }
    return process.exitValue();
  }

  /** Starts it; output goes to the log file. */
  static Process start(Path log, Class<?> main, String failpoint, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(List.of("-Xmx768m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    if (!failpoint.isEmpty()) {
      command.add("-Dhallmetrics.failpoint=" + failpoint);
    }
    String fallback = System.getProperty("java.class.path");
    command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", fallback)));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }
}
