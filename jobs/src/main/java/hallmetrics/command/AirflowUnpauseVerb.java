package hallmetrics.command;

import hallmetrics.airflow.Airflow;
import hallmetrics.airflow.Pausing;
import hallmetrics.fault.ExitStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets the schedule go on. */
@Command(
    name = "unpause",
    description = "恢复 DAG：排队的开始跑，漏掉的各晚由排程补上。Nights start again.",
    footer = {"", "例：hall airflow unpause --conf conf/mycity"},
    mixinStandardHelpOptions = true)
final class AirflowUnpauseVerb implements Callable<Integer> {
  private final Terminal terminal;
  private final AirflowWorld world;

  @Mixin private final AirflowOptions options = new AirflowOptions();

  AirflowUnpauseVerb(Terminal terminal, AirflowWorld world) {
    this.terminal = terminal;
    this.world = world;
  }

  @Override
  public Integer call() {
    Airflow airflow = options.reached(terminal, world);
    boolean changed = new Pausing(airflow).unpause();
    String dag = "DAG " + airflow.access().dag();
    terminal.say(
        changed ? dag + " 已恢复，漏掉的各晚由排程从早到晚补上。 Unpaused." : dag + " 没有暂停，不用恢复。 It was not paused.");
    airflow.health().trouble().ifPresent(terminal::complain);
    return ExitStatus.DONE.code();
  }
}
