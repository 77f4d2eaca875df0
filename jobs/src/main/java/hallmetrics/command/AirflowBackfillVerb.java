package hallmetrics.command;

import hallmetrics.airflow.Airflow;
import hallmetrics.airflow.Backfill;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the nights of a range, one after the other. */
@Command(
    name = "backfill",
    description = "补跑一段日期：从早到晚，一晚一晚来，已有的运行不动。Runs the nights of a range, oldest first.",
    footer = {
      "",
      "例：hall airflow backfill --conf conf/mycity --from 2026-10-01 --to 2026-10-07",
      "    hall airflow backfill --conf conf/mycity --from 2026-10-01 --to 2026-10-07 --keep-going"
    },
    mixinStandardHelpOptions = true)
final class AirflowBackfillVerb implements Callable<Integer> {
  private final Terminal terminal;
  private final AirflowWorld world;

  @Mixin private final AirflowOptions options = new AirflowOptions();

  @Option(
      names = "--from",
      paramLabel = "DAY",
      required = true,
      converter = Periods.Day.class,
      description = "最早的业务日期。The first business date.")
  private LocalDate from = LocalDate.EPOCH;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      required = true,
      converter = Periods.Day.class,
      description = "最晚的业务日期。The last business date.")
  private LocalDate to = LocalDate.EPOCH;

  @Option(names = "--keep-going", description = "一晚失败后接着跑。Goes on after a night that failed.")
  private boolean keepGoing;

  AirflowBackfillVerb(Terminal terminal, AirflowWorld world) {
    this.terminal = terminal;
    this.world = world;
  }

  @Override
  public Integer call() {
    Airflow airflow = options.reached(terminal, world);
    return AirflowOptions.print(
        terminal,
        new Backfill(airflow, AirflowOptions.onlooker(terminal), options.night())
            .range(from, to, keepGoing));
  }
}
