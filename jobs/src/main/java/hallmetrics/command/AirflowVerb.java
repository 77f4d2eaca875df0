package hallmetrics.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The nights as Airflow runs them. */
@Command(
    name = "airflow",
    description =
        "经 Airflow 触发、盯看、补跑、暂停夜间任务。Triggers, watches, backfills and pauses nights in Airflow.",
    footer = {
      "",
      "例：hall airflow status --conf conf/mycity",
      "    hall airflow trigger --conf conf/mycity --date 2026-10-31 --watch"
    },
    mixinStandardHelpOptions = true)
final class AirflowVerb implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private AirflowVerb() {}

  static CommandLine line(Terminal terminal, AirflowWorld world) {
    return new CommandLine(new AirflowVerb())
        .addSubcommand(new AirflowTriggerVerb(terminal, world))
        .addSubcommand(new AirflowWatchVerb(terminal, world))
        .addSubcommand(new AirflowStatusVerb(terminal, world))
        .addSubcommand(new AirflowBackfillVerb(terminal, world))
        .addSubcommand(new AirflowPauseVerb(terminal, world))
        .addSubcommand(new AirflowUnpauseVerb(terminal, world));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "缺少动词：trigger、watch、status、backfill、pause 或 unpause。 A verb is missing.");
  }
}
