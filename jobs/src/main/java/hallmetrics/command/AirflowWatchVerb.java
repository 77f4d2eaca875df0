package hallmetrics.command;

import hallmetrics.airflow.Airflow;
import hallmetrics.airflow.DagRun;
import hallmetrics.airflow.Nights;
import hallmetrics.airflow.Watch;
import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Watches a night to its end. */
@Command(
    name = "watch",
    description = "盯着一晚直到结束：0 已发布，3 被拒，4 Airflow 的问题。Watches a night to its end.",
    footer = {
      "",
      "例：hall airflow watch --conf conf/mycity --date 2026-10-31 --deadline 2h",
      "    hall airflow watch --conf conf/mycity --run nightly__2026-10-31"
    },
    mixinStandardHelpOptions = true)
final class AirflowWatchVerb implements Callable<Integer> {
  private final Terminal terminal;
  private final AirflowWorld world;

  @Mixin private final AirflowOptions options = new AirflowOptions();

  @ArgGroup(multiplicity = "1")
  private Which which = new Which();

  /** One of the two. */
  static final class Which {
    @Option(
        names = "--date",
        paramLabel = "DAY",
        converter = Periods.Day.class,
        description = "业务日期。The business date.")
    private @Nullable LocalDate date;

    @Option(names = "--run", paramLabel = "ID", description = "运行编号。The run's id.")
    private @Nullable String run;
  }

  AirflowWatchVerb(Terminal terminal, AirflowWorld world) {
    this.terminal = terminal;
    this.world = world;
  }

  @Override
  public Integer call() {
    // an Airflow that is not there at the start is no outage to sit out
    Airflow airflow = options.reached(terminal, world);
    String run = which.run == null ? ofDate(airflow) : which.run;
    return AirflowOptions.print(
        terminal,
        new Watch(options.watching(airflow, world), AirflowOptions.onlooker(terminal)).until(run));
  }

  private String ofDate(Airflow airflow) {
    LocalDate date = Objects.requireNonNull(which.date);
    return new Nights(airflow)
        .find(date)
        .map(DagRun::id)
        .orElseThrow(
            () ->
                HallException.of("airflow-run-unknown", ExitStatus.USAGE, date + " 还没有运行")
                    .english("no run of this date")
                    .where("DAG " + airflow.access().dag())
                    .next("hall airflow trigger --date " + date + " 触发；在排程起止之内的，排程补到它时也会开始。")
                    .build());
  }
}
