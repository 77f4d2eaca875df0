package hallmetrics.command;

import hallmetrics.airflow.Airflow;
import hallmetrics.airflow.Standing;
import hallmetrics.fault.ExitStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How Airflow and the last nights stand. */
@Command(
    name = "status",
    description = "Airflow 的版本与健康、DAG 能否运行、最近各晚。How Airflow and the last nights stand.",
    footer = {"", "例：hall airflow status --conf conf/mycity"},
    mixinStandardHelpOptions = true)
final class AirflowStatusVerb implements Callable<Integer> {
  private final Terminal terminal;
  private final AirflowWorld world;

  @Mixin private final AirflowOptions options = new AirflowOptions();

  AirflowStatusVerb(Terminal terminal, AirflowWorld world) {
    this.terminal = terminal;
    this.world = world;
  }

  @Override
  public Integer call() {
    Airflow airflow = options.question(terminal, world);
    Standing standing = Standing.of(airflow);
    terminal.say(
        "Airflow "
            + standing.version()
            + "，"
            + airflow.access().url()
            + "，DAG "
            + airflow.access().dag());
    Columns.lines(Standing.HEAD, standing.parts()).forEach(terminal::say);
    terminal.say("");
    if (!standing.nights().isEmpty()) {
      Columns.lines(Standing.NIGHT_HEAD, standing.nights()).forEach(terminal::say);
      terminal.say("");
    }
    if (!standing.todo().isEmpty()) {
      terminal.say("待处理（从最早的起） To do");
      standing.todo().forEach(terminal::say);
      terminal.say("");
    }
    if (!standing.editions().isEmpty()) {
      Columns.lines(Standing.EDITION_HEAD, standing.editions()).forEach(terminal::say);
      terminal.say("");
    }
    if (standing.troubles().isEmpty()) {
      terminal.say(
          standing.unscheduled() == null
              ? "Airflow 能按时跑夜间任务。 Airflow is able to run the nights."
              : "Airflow 能跑触发的夜间任务；" + standing.unscheduled());
      return ExitStatus.DONE.code();
    }
    standing.troubles().forEach(terminal::complain);
    return ExitStatus.OUTSIDE.code();
  }
}
