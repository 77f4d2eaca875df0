package hallmetrics.airflow;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Follows one run to its end. It outlives an api-server that goes away and comes back, names a dead
 * scheduler and a run that stays queued, and ends at its deadline.
 */
public final class Watch {
  private static final Duration LOOK = Duration.ofSeconds(5);

  /** Of one look: longer than the slowest answer seen, short enough to tell within a minute. */
  private static final Duration LOOK_LIMIT = Duration.ofSeconds(40);

  private final Airflow airflow;
  private final Onlooker onlooker;
  private final Instant end;
  private final Troubles troubles;
  private final Map<String, String> seen = new TreeMap<>();
  private @Nullable RunState state;

  /**
   * @param airflow its deadline is the watch's
   */
  public Watch(Airflow airflow, Onlooker onlooker) {
    this.airflow = airflow;
    this.onlooker = onlooker;
    this.end = airflow.end();
    this.troubles = new Troubles(onlooker);
  }

  /**
   * Watches a run until it is finished.
   *
   * @throws HallException {@code airflow-run-unknown}, exit 2; {@code airflow-deadline} or another
   *     fault of Airflow, exit 4
   */
  public Verdict until(String run) {
    HallException lost = null;
    while (true) {
      Instant now = now();
      if (state != null && !now.isBefore(end)) {
        throw lost == null ? late(run) : lost;
      }
      try {
        Optional<Verdict> verdict = look(airflow.until(earlier(now.plus(LOOK_LIMIT), end)), run);
        if (verdict.isPresent()) {
          return verdict.get();
        }
        lost = null;
        troubles.answered();
      } catch (HallException fault) {
        lost = unlessPassing(fault, lost, now);
      }
      if (now().isBefore(end)) {
        airflow.pace().waiting().pause(Duration.between(now(), earlier(now().plus(LOOK), end)));
      } else if (state == null && lost != null) {
        throw lost;
      }
    }
  }

  /** An Airflow that does not answer may come back; what ends the watch where it does not. */
  private @Nullable HallException unlessPassing(
      HallException fault, @Nullable HallException before, Instant began) {
    if (!fault.code().equals("airflow-unreachable")) {
      throw fault;
    }
    boolean cutShort = state != null && before == null && began.plus(LOOK_LIMIT).isAfter(end);
    if (cutShort) {
      return null;
    }
    troubles.lost(began);
    return fault;
  }

  private Optional<Verdict> look(Airflow briefly, String id) {
    DagRun run = briefly.run(airflow.access().dag(), id).orElseThrow(() -> unknown(id));
    if (run.state() != state) {
      onlooker.moved(id, run.state().toString());
    }
    state = run.state();
    List<TaskRun> tasks = briefly.tasks(airflow.access().dag(), id);
    tell(tasks);
    if (run.state().finished()) {
      return Optional.of(new Judge(briefly).of(run));
    }
    Instant now = now();
    if (troubles.healthIsDue(now)) {
      troubles.health(briefly.health(), now);
      goesOn(briefly, run, tasks);
    }
    if (run.state() == RunState.QUEUED) {
      // a paused DAG never starts it
      new DagCheck(briefly).able();
      troubles.queued(run, now, () -> ahead(briefly, run));
    }
    return Optional.empty();
  }

  /** A paused DAG brings the task that runs to its end and starts none after it. */
  private void goesOn(Airflow briefly, DagRun run, List<TaskRun> tasks) {
    if (run.state() != RunState.RUNNING) {
      return;
    }
    DagCheck check = new DagCheck(briefly);
    boolean paused = check.known().paused();
    // asked anew: one may have begun between the first look and the pause
    if (paused && still(tasks) && still(briefly.tasks(airflow.access().dag(), run.id()))) {
      throw check.paused(
          "运行停在半途：" + Judge.states(tasks),
          "no task of the run is under way and none is started",
          "恢复后运行自己接着跑，再 hall airflow watch。");
    }
    troubles.paused(paused);
  }

  private static boolean still(List<TaskRun> tasks) {
    return !tasks.isEmpty() && tasks.stream().noneMatch(TaskRun::underWay);
  }

  private void tell(List<TaskRun> tasks) {
    for (TaskRun task : tasks) {
      String word = task.state() == null ? "" : task.state();
      String now = task.tries() > 1 ? word + "（第 " + task.tries() + " 次）" : word;
      if (!now.equals(seen.put(task.task(), now)) && !now.isEmpty()) {
        onlooker.moved(task.task(), now);
      }
    }
  }

  private static List<String> ahead(Airflow briefly, DagRun run) {
    return briefly.openRuns(briefly.access().dag()).stream()
        .map(DagRun::id)
        .filter(id -> !id.equals(run.id()))
        .toList();
  }

  private HallException late(String run) {
    List<String> each = new ArrayList<>();
    seen.forEach((task, word) -> each.add(task + " " + (word.isEmpty() ? "未开始" : word)));
    String tasks = each.isEmpty() ? "没有任务" : String.join("，", each);
    return HallException.of("airflow-deadline", ExitStatus.OUTSIDE, "到了期限，运行还没有结束")
        .english("the deadline came before the run's end")
        .where(run + "，" + state + "，" + tasks + troubles.said())
        .next("运行仍在 Airflow 里继续；用 hall airflow watch --run " + run + " --deadline 更长时间 接着看。")
        .build();
  }

  private HallException unknown(String run) {
    return HallException.of("airflow-run-unknown", ExitStatus.USAGE, "Airflow 里没有这个运行：" + run)
        .english("no such run")
        .where("DAG " + airflow.access().dag())
        .next("hall airflow status 列出最近的运行；hall airflow trigger --date 日期 触发一个。")
        .build();
  }

  private Instant now() {
    return airflow.pace().clock().instant();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
