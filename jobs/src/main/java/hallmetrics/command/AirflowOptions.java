package hallmetrics.command;

import hallmetrics.airflow.Airflow;
import hallmetrics.airflow.AirflowAccess;
import hallmetrics.airflow.Onlooker;
import hallmetrics.airflow.Verdict;
import hallmetrics.fault.ExitStatus;
import hallmetrics.settings.SiteLoader;
import hallmetrics.settings.SiteOptions.AirflowPlace;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where Airflow is and how long to wait; shared by the verbs of Airflow. */
final class AirflowOptions {
  private static final Duration QUESTION = Duration.ofMinutes(2);
  private static final Duration NIGHT = Duration.ofHours(2);
  private static final String CONF = "HALL_CONF";

  @Option(
      names = "--conf",
      paramLabel = "DIR",
      description =
          "站点配置目录，默认取环境变量 HALL_CONF；HALL_AIRFLOW_* 说全时可不写。The site's conf folder;"
              + " optional where HALL_AIRFLOW_* say all.")
  private @Nullable Path conf;

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      converter = SiteOptions.Time.class,
      description = "最多等多久，如 30s、10m、2h；默认等一晚 2h，只问一下 2m。How long to wait.")
  private @Nullable Duration deadline;

  /** A client for a short question, which says so where it waits for long. */
  Airflow question(Terminal terminal, AirflowWorld world) {
    return Airflow.at(access(world), world.pace(), deadline == null ? QUESTION : deadline)
        .telling(terminal::complain);
  }

  /** Such a client that has reached an Airflow of a version it can work with. */
  Airflow reached(Terminal terminal, AirflowWorld world) {
    Airflow airflow = question(terminal, world);
    airflow.version();
    return airflow;
  }

  /** How long to wait for one night. */
  Duration night() {
    return deadline == null ? NIGHT : deadline;
  }

  /** The same client, for as long as a night takes. */
  Airflow watching(Airflow airflow, AirflowWorld world) {
    return airflow.until(world.pace().clock().instant().plus(night()));
  }

  private AirflowAccess access(AirflowWorld world) {
    String variable = world.environment().get(CONF);
    boolean none = conf == null && (variable == null || variable.isBlank());
    AirflowPlace site =
        none ? null : SiteLoader.load(SiteLoader.folder(conf, variable)).options().airflow();
    return AirflowAccess.of(world.environment(), site);
  }

  /** Prints how a run ended: what went wrong goes where faults go. */
  static int print(Terminal terminal, Verdict verdict) {
    boolean good = verdict.status() == ExitStatus.DONE;
    verdict.lines().forEach(line -> say(terminal, good, line));
    return verdict.status().code();
  }

  private static void say(Terminal terminal, boolean good, String line) {
    if (good) {
      terminal.say(line);
    } else {
      terminal.complain(line);
    }
  }

  /** Progress as everywhere; troubles always where faults go. */
  static Onlooker onlooker(Terminal terminal) {
    Watching watching = new Watching(terminal);
    return new Onlooker() {
      @Override
      public void moved(String what, String how) {
        watching.stage(what, how);
      }

      @Override
      public void trouble(String sentence) {
        terminal.complain(sentence);
      }
    };
  }
}
