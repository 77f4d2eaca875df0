package hallmetrics.command;

import hallmetrics.airflow.Airflow;
import hallmetrics.airflow.DagRun;
import hallmetrics.airflow.Nights;
import hallmetrics.airflow.Nights.Triggered;
import hallmetrics.airflow.RunState;
import hallmetrics.airflow.Watch;
import hallmetrics.fault.ExitStatus;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Triggers a night, once however often it is asked for. */
@Command(
    name = "trigger",
    description = "触发一晚；已有运行则不重复触发。Triggers a night unless it has a run.",
    footer = {
      "",
      "例：hall airflow trigger --conf conf/mycity --date 2026-10-31 --watch",
      "    hall airflow trigger --conf conf/mycity --date 2026-10-31 --again --note 补收工单"
    },
    mixinStandardHelpOptions = true)
final class AirflowTriggerVerb implements Callable<Integer> {
  private final Terminal terminal;
  private final AirflowWorld world;

  @Mixin private final AirflowOptions options = new AirflowOptions();

  @Option(
      names = "--date",
      paramLabel = "DAY",
      required = true,
      converter = Periods.Day.class,
      description = "业务日期。The business date.")
  private LocalDate date = LocalDate.EPOCH;

  @Option(names = "--again", description = "已结束的运行清掉重跑。Repeats a run that is finished.")
  private boolean again;

  @Option(names = "--watch", description = "触发后盯到结束。Goes on to watch it.")
  private boolean watch;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      description = "为什么触发或重跑，写在 Airflow 的运行旁。Why; written beside the run in Airflow.")
  private @Nullable String note;

  AirflowTriggerVerb(Terminal terminal, AirflowWorld world) {
    this.terminal = terminal;
    this.world = world;
  }

  @Override
  public Integer call() {
    Airflow airflow = options.reached(terminal, world);
    Nights nights = new Nights(airflow);
    Triggered triggered = again ? nights.again(date, note) : nights.trigger(date, note);
    DagRun run = triggered.run();
    terminal.say(sentence(triggered));
    // a run that failed before is told as failed, not as triggered
    if (watch || run.state() == RunState.FAILED) {
      return AirflowOptions.print(
          terminal,
          new Watch(options.watching(airflow, world), AirflowOptions.onlooker(terminal))
              .until(run.id()));
    }
    if (!run.state().finished()) {
      airflow.health().trouble().ifPresent(terminal::complain);
      terminal.say("下一步：hall airflow watch --date " + date + " 盯看进度。");
    }
    return ExitStatus.DONE.code();
  }

  private String sentence(Triggered triggered) {
    DagRun run = triggered.run();
    String which = run.id() + "，" + run.state();
    return switch (triggered.how()) {
      case MADE -> "已触发 " + date + "：" + which + "。 Triggered.";
      case REPEATED -> "已清掉重跑 " + date + "：" + which + "。 Cleared, to run again.";
      case THERE ->
          date
              + " 已有运行 "
              + which
              + "，没有再触发"
              + (note == null ? "" : "，备注没有写")
              + "。 There is a run already.";
    };
  }
}
