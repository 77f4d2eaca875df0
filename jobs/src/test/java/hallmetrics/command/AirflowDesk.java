package hallmetrics.command;

import hallmetrics.airflow.Pace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A clerk at a terminal: types a verb, reads what comes; time passes while the verb waits. */
final class AirflowDesk extends Clock implements Pace.Waiting {
  final Map<String, String> environment = new TreeMap<>();
  private final FakeAirflow airflow;

  /** What happens while a verb waits. */
  Runnable meanwhile = () -> {};

  /** What a verb came to. */
  record Read(int status, String out, String err) {
    String all() {
      return err + out;
    }
  }

  AirflowDesk(FakeAirflow airflow, Path folder) throws IOException {
    this.airflow = airflow;
    Path password = Files.writeString(folder.resolve("password"), FakeAirflow.PASSWORD + "\n");
    environment.put("HALL_AIRFLOW_URL", airflow.url());
    environment.put("HALL_AIRFLOW_USER", "hall");
    environment.put("HALL_AIRFLOW_PASSWORD_FILE", password.toString());
  }

  void token(Path file, String token) throws IOException {
    environment.remove("HALL_AIRFLOW_PASSWORD_FILE");
    environment.put("HALL_AIRFLOW_TOKEN_FILE", Files.writeString(file, token).toString());
  }

  Read hall(String line) {
    return hall(new Pace(this, new SplittableRandom(3), this), line);
  }

  Read hall(Pace pace, String line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Verbs.run(
            new Terminal(new PrintStream(out), new PrintStream(err)),
            new AirflowWorld(environment, pace),
            line.split(" ", -1));
    return new Read(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Override
  public synchronized void pause(Duration time) {
    airflow.now = airflow.now.plus(time);
    meanwhile.run();
  }

  @Override
  public Instant instant() {
    return airflow.now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
