package hallmetrics.airflow;

import hallmetrics.fault.ExitStatus;
import hallmetrics.value.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says how a finished run ended, and what to do next. */
final class Judge {
  /** The task whose XCom reports the night. */
  static final String REPORT = "report";

  private static final int LAST_LINES = 15;
  private static final Pattern REFUSED =
      Pattern.compile("(exit code|exit status|returned non-zero exit status|退出码)\\D{0,3}3(?!\\d)");

  private final Airflow airflow;
  private final String dag;

  Judge(Airflow airflow) {
    this.airflow = airflow;
    this.dag = airflow.access().dag();
  }

  /** What the night reported; empty where its last task did not run this time. */
  Optional<NightOutcome> outcome(DagRun run) {
    return outcome(run, airflow.tasks(dag, run.id()));
  }

  private Optional<NightOutcome> outcome(DagRun run, List<TaskRun> tasks) {
    // a task that did not run this time still has what it reported the time before
    boolean reported = tasks.stream().anyMatch(one -> one.task().equals(REPORT) && one.succeeded());
    return reported ? airflow.outcome(dag, run.id(), REPORT) : Optional.empty();
  }

  Verdict of(DagRun run) {
    List<TaskRun> tasks = airflow.tasks(dag, run.id());
    Optional<NightOutcome> outcome = outcome(run, tasks);
    if (outcome.isPresent() && outcome.get().kind() == NightOutcome.Kind.REFUSED) {
      return refused(run, outcome.get());
    }
    if (run.state() == RunState.FAILED) {
      return failed(run, tasks);
    }
    return outcome.map(one -> done(run, one)).orElseGet(() -> nothing(run, tasks));
  }

  private Verdict done(DagRun run, NightOutcome night) {
    List<String> lines = new ArrayList<>();
    add(lines, night.message());
    String what =
        night.kind() == NightOutcome.Kind.PUBLISHED
            ? "已发布 " + String.join("、", night.editions())
            : "没有新内容，未出新版";
    lines.add(date(run, night) + " " + what + "（" + run.id() + "）。 " + night.kind() + ".");
    return new Verdict(ExitStatus.DONE, lines);
  }

  private Verdict refused(DagRun run, NightOutcome night) {
    List<String> lines = new ArrayList<>();
    lines.add(date(run, night) + " 这一晚被拒，没有发布 [night-refused]");
    lines.add("the night was refused; nothing was published");
    add(lines, night.message());
    lines.addAll(afterRefusal(run));
    return new Verdict(ExitStatus.REFUSED, lines);
  }

  private static String date(DagRun run, NightOutcome night) {
    String said = night.businessDate();
    return said == null ? NightRun.dateOf(run) : said;
  }

  private static List<String> afterRefusal(DagRun run) {
    String date = NightRun.dateOf(run);
    return List.of(
        "位置：" + run.id(),
        "下一步：按上面的原因处理报送或配置，再运行 hall airflow trigger --date " + date + " --again。");
  }

  private Verdict failed(DagRun run, List<TaskRun> tasks) {
    List<String> lines = new ArrayList<>();
    boolean refused = false;
    for (TaskRun task : tasks) {
      if (task.failed()) {
        List<LogLine> log = airflow.log(dag, run.id(), task.task(), task.tries());
        refused |= log.stream().anyMatch(line -> REFUSED.matcher(line.text()).find());
        lines.addAll(tail(task, log));
      }
    }
    if (refused) {
      lines.add(0, NightRun.dateOf(run) + " 这一晚被拒，没有发布 [night-refused]");
      lines.add(1, "the night was refused; nothing was published");
      lines.addAll(afterRefusal(run));
      return new Verdict(ExitStatus.REFUSED, lines);
    }
    lines.add(0, "运行失败 [airflow-run-failed]");
    lines.add(1, "the run failed in Airflow");
    lines.add("位置：" + run.id() + "，" + states(tasks));
    lines.add("下一步：按上面的日志处理，再运行 hall airflow trigger --date " + NightRun.dateOf(run) + " --again。");
    return new Verdict(ExitStatus.OUTSIDE, lines);
  }

  private static List<String> tail(TaskRun task, List<LogLine> log) {
    List<String> lines = new ArrayList<>();
    lines.add("任务 " + task.task() + " 第 " + task.tries() + " 次的日志末尾：");
    if (log.isEmpty()) {
      lines.add("  （没有日志）");
    }
    List<String> own = LogLine.withoutFrames(log);
    own.subList(Math.max(0, own.size() - LAST_LINES), own.size())
        .forEach(line -> lines.add("  " + Mask.numbers(line)));
    return lines;
  }

  private Verdict nothing(DagRun run, List<TaskRun> tasks) {
    boolean none = tasks.isEmpty();
    return new Verdict(
        ExitStatus.OUTSIDE,
        List.of(
            "Airflow 说成功，但这一晚没有结果 [airflow-no-report]",
            none
                ? "the run succeeded without a task: its date lies before the DAG's start date"
                : "the run succeeded without a report of the night",
            "位置：" + run.id() + "，" + states(tasks),
            none
                ? "下一步：核对 DAG 的 start_date；更早的日期用 hall nightly 直接跑。"
                : "下一步：看任务 "
                    + REPORT
                    + " 的日志，核对 DAG 是否与本程序同一版本，再运行 hall airflow trigger --date "
                    + NightRun.dateOf(run)
                    + " --again。"));
  }

  /** The states of all tasks in one line. */
  static String states(List<TaskRun> tasks) {
    List<String> each = new ArrayList<>();
    tasks.forEach(one -> each.add(one.task() + " " + (one.state() == null ? "未开始" : one.state())));
    return each.isEmpty() ? "没有任务" : String.join("，", each);
  }

  private static void add(List<String> lines, @Nullable String message) {
    if (message != null && !message.isBlank()) {
      message.lines().forEach(line -> lines.add(Mask.numbers(line)));
    }
  }
}
