package hallmetrics.command;

import hallmetrics.airflow.Pace;
import hallmetrics.launch.Launch;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same verb of Airflow asked for by many at the same moment, each with a login of its own. */
public final class AtOnce {
  private AtOnce() {}

  /** What each came to. */
  public static List<Launch> hall(int clerks, Map<String, String> environment, String... words)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(clerks);
    try {
      Callable<Launch> one = () -> hall(environment, words);
      List<Launch> ends = new ArrayList<>();
      for (Future<Launch> end : threads.invokeAll(Collections.nCopies(clerks, one))) {
        ends.add(end.get());
      }
      return ends;
    } finally {
      threads.shutdown();
    }
  }

  private static Launch hall(Map<String, String> environment, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Verbs.run(
            new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)),
            new AirflowWorld(environment, Pace.ofTheMachine()),
            words);
    return new Launch(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
