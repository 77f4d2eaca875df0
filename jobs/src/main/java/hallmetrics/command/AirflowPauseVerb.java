package hallmetrics.command;

import hallmetrics.airflow.Airflow;
import hallmetrics.airflow.DagRun;
import hallmetrics.airflow.Pausing;
import hallmetrics.airflow.Pausing.Paused;
import hallmetrics.airflow.RunState;
import hallmetrics.fault.ExitStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the schedule, as before a backup or an upgrade. */
@Command(
    name = "pause",
    description =
        "暂停 DAG：不再开始新的任务；正在跑的任务跑完，其后的等恢复。No task starts any more; a running one"
            + " ends, those after it wait.",
    footer = {"", "例：hall airflow pause --conf conf/mycity"},
    mixinStandardHelpOptions = true)
final class AirflowPauseVerb implements Callable<Integer> {
  private final Terminal terminal;
  private final AirflowWorld world;

  @Mixin private final AirflowOptions options = new AirflowOptions();

  AirflowPauseVerb(Terminal terminal, AirflowWorld world) {
    this.terminal = terminal;
    this.world = world;
  }

  @Override
  public Integer call() {
    Airflow airflow = options.reached(terminal, world);
    Paused paused = new Pausing(airflow).pause();
    String dag = "DAG " + airflow.access().dag();
    terminal.say(
        paused.changed() ? dag + " 已暂停，不再开始新的任务。 Paused." : dag + " 本来就暂停着。 It was paused before.");
    for (DagRun run : paused.open()) {
      terminal.say("还没结束：" + run.id() + "，" + run.state() + rest(run) + "。 Not finished yet.");
    }
    terminal.say("下一步：hall airflow unpause 恢复；漏掉的各晚由排程从早到晚补上。");
    return ExitStatus.DONE.code();
  }

  private static String rest(DagRun run) {
    return run.state() == RunState.RUNNING ? "：正在跑的任务跑完，其后的（如 report）等恢复" : "：等恢复";
  }
}
