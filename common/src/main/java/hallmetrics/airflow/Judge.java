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

  Verdict of(DagRun run) {
    return ending(run).verdict();
  }

  Ending ending(DagRun run) {
    List<TaskRun> tasks = airflow.tasks(dag, run.id());
    // a task that did not run this time still has what it reported the time before
    boolean reported = tasks.stream().anyMatch(one -> one.task().equals(REPORT) && one.succeeded());
    Optional<NightOutcome> outcome =
        reported ? airflow.outcome(dag, run.id(), REPORT) : Optional.empty();
    if (outcome.isPresent() && outcome.get().kind() == NightOutcome.Kind.REFUSED) {
      String message = outcome.get().message();
      return refused(run, firstLine(message), lines(message));
    }
    if (run.state() == RunState.FAILED) {
      return failed(run, tasks);
    }
    return outcome.map(one -> done(run, one)).orElseGet(() -> nothing(run, tasks));
  }

  private static Ending done(DagRun run, NightOutcome night) {
    String word = word(night);
    List<String> lines = lines(night.message());
    String said = night.businessDate();
    lines.add(
        (said == null ? NightRun.dateOf(run) : said)
            + " "
            + (night.kind() == NightOutcome.Kind.NOTHING_NEW ? word + "，未出新版" : word)
            + "（"
            + run.id()
            + "）。 "
            + night.kind()
            + ".");
    Verdict verdict = new Verdict(ExitStatus.DONE, lines);
    return new Ending(word, null, null, verdict);
  }

  private static String word(NightOutcome night) {
    String editions = "已发布 " + String.join("、", night.editions());
    return switch (night.kind()) {
      case PUBLISHED -> editions;
      case PUBLISHED_WITH_REFUSED -> editions + "，有退回的文件";
      case NOTHING_NEW -> "没有新内容";
      case REFUSED -> "被拒，没有发布 [night-refused]";
    };
  }

  /**
   * @param details what is known beyond the cause
   */
  private static Ending refused(DagRun run, @Nullable String cause, List<String> details) {
    String next = "下一步：按上面的原因处理报送或配置，再运行 " + again(run);
    List<String> lines = new ArrayList<>();
    lines.add(NightRun.dateOf(run) + " 这一晚被拒，没有发布 [night-refused]");
    lines.add("the night was refused; nothing was published");
    lines.addAll(details);
    lines.add("位置：" + run.id());
    lines.add(next);
    return new Ending(
        "被拒，没有发布 [night-refused]", cause, next, new Verdict(ExitStatus.REFUSED, lines));
  }

  private static String again(DagRun run) {
    return "hall airflow trigger --date " + NightRun.dateOf(run) + " --again。";
  }

  private Ending failed(DagRun run, List<TaskRun> tasks) {
    List<String> details = new ArrayList<>();
    String cause = null;
    boolean refused = false;
    for (TaskRun task : tasks) {
      if (task.failed()) {
        List<LogLine> log = airflow.log(dag, run.id(), task.task(), task.tries());
        refused |= log.stream().anyMatch(line -> REFUSED.matcher(line.text()).find());
        cause = cause == null ? lastCause(log) : cause;
        details.addAll(tail(task, log));
      }
    }
    if (cause != null) {
      details.add("原因：" + cause);
    }
    if (refused) {
      return refused(run, cause, details);
    }
    String next = "下一步：按上面的原因和任务日志处理，再运行 " + again(run);
    List<String> lines = new ArrayList<>();
    lines.add("运行失败 [airflow-run-failed]");
    lines.add("the run failed in Airflow");
    lines.addAll(details);
    lines.add("位置：" + run.id() + "，" + states(tasks));
    lines.add(next);
    return new Ending(
        "失败 [airflow-run-failed]", cause, next, new Verdict(ExitStatus.OUTSIDE, lines));
  }

  private static @Nullable String lastCause(List<LogLine> log) {
    String last = null;
    for (LogLine line : log) {
      last = line.cause() == null ? last : Mask.numbers(line.cause());
    }
    return last;
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

  private static Ending nothing(DagRun run, List<TaskRun> tasks) {
    boolean none = tasks.isEmpty();
    String next =
        none
            ? "下一步：核对变量 hall_start_date、hall_end_date；这段日期之外的用 hall nightly 直接跑。"
            : "下一步：看任务 " + REPORT + " 的日志，核对 DAG 是否与本程序同一版本，再运行 " + again(run);
    List<String> lines =
        List.of(
            "Airflow 说成功，但这一晚没有结果 [airflow-no-report]",
            none
                ? "the run succeeded without a task: its date lies outside the DAG's start and end dates"
                : "the run succeeded without a report of the night",
            "位置：" + run.id() + "，" + states(tasks),
            next);
    return new Ending(
        "没有结果 [airflow-no-report]", states(tasks), next, new Verdict(ExitStatus.OUTSIDE, lines));
  }

  /** The states of all tasks in one line. */
  static String states(List<TaskRun> tasks) {
    List<String> each = new ArrayList<>();
    tasks.forEach(one -> each.add(one.task() + " " + (one.state() == null ? "未开始" : one.state())));
    return each.isEmpty() ? "没有任务" : String.join("，", each);
  }

  private static List<String> lines(@Nullable String message) {
    List<String> lines = new ArrayList<>();
    if (message != null && !message.isBlank()) {
      message.lines().forEach(line -> lines.add(Mask.numbers(line)));
    }
    return lines;
  }

  private static @Nullable String firstLine(@Nullable String message) {
    List<String> lines = lines(message);
    return lines.isEmpty() ? null : lines.get(0);
  }
}
