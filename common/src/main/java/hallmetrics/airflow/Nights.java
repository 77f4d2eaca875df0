package hallmetrics.airflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The nights of the DAG by business date: found, triggered once, repeated. */
public final class Nights {
  private final Airflow airflow;
  private final String dag;

  public Nights(Airflow airflow) {
    this.airflow = airflow;
    this.dag = airflow.access().dag();
  }

  /** What became of a trigger. */
  public record Triggered(DagRun run, How how) {
    /** False when the run was there already and was left as it is. */
    public boolean made() {
      return how != How.THERE;
    }
  }

  /** Whether a run was made, one that was there repeated, or nothing done. */
  public enum How {
    MADE,
    REPEATED,
    THERE
  }

  /** The run of a date, whoever made it; ours before the schedule's, else the oldest. */
  public Optional<DagRun> find(LocalDate date) {
    NightRun night = new NightRun(date);
    Optional<DagRun> own = airflow.run(dag, night.id());
    if (own.isPresent()) {
      return own;
    }
    List<DagRun> runs = airflow.runs(dag, night.from(), night.to());
    return runs.stream()
        .filter(night::isOf)
        .min(Comparator.comparing(run -> run.id().startsWith("scheduled__") ? 0 : 1));
  }

  /**
   * Makes the run of a date unless there is one, however many ask at once.
   *
   * @param why is written beside the run that is made; null for no reason
   * @throws HallException exit 2 for a date in the future or before the start; exit 4 for a DAG
   *     that cannot run or an Airflow that does not answer
   */
  public Triggered trigger(LocalDate date, @Nullable String why) {
    Turn turn = turn();
    try (turn) {
      Dag found = able(date);
      new DagCheck(airflow).date(date, found);
      return triggerChecked(date, why);
    }
  }

  private Turn turn() {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    return Turn.take(folder, airflow.access().url(), airflow.pace(), airflow.end());
  }

  /** The DAG, able to run; the date is looked at first, for it needs no Airflow. */
  private Dag able(LocalDate date) {
    DagCheck.notInTheFuture(date, airflow.pace().clock().instant());
    return new DagCheck(airflow).able();
  }

  private Triggered triggerChecked(LocalDate date, @Nullable String why) {
    NightRun night = new NightRun(date);
    ObjectNode body = Json.object();
    body.put("dag_run_id", night.id());
    body.put("logical_date", night.logicalDate().toString());
    body.putObject("conf").put("business_date", date.toString());
    body.put("note", RunNote.of("hall airflow trigger", why));
    Session.Made<DagRun> made =
        airflow
            .session()
            .onceOnly(
                () -> find(date),
                Ask.post(Ask.path("dags", dag, "dagRuns"), body),
                airflow.patience(),
                DagRun::of);
    return new Triggered(made.value(), made.made() ? How.MADE : How.THERE);
  }

  /**
   * Repeats the finished run of a date; without a run triggers one.
   *
   * @param why is added to the note beside the run, with the time; null for no reason
   * @throws HallException as {@link #trigger}; {@code airflow-run-empty}, exit 4, for a finished
   *     run without tasks
   */
  public Triggered again(LocalDate date, @Nullable String why) {
    Turn turn = turn();
    try (turn) {
      Dag found = able(date);
      new DagCheck(airflow).date(date, found);
      Optional<DagRun> there = find(date);
      if (there.isEmpty()) {
        return triggerChecked(date, why);
      }
      DagRun run = there.get();
      if (!run.state().finished()) {
        return new Triggered(run, How.THERE);
      }
      if (airflow.tasks(dag, run.id()).isEmpty()) {
        throw empty(date, run);
      }
      // first, so that a note that cannot be written leaves nothing half done
      String time = ShanghaiClock.of(airflow.pace().clock().instant());
      String line = RunNote.of(time + " hall airflow trigger --again", why);
      airflow.note(dag, run.id(), RunNote.added(run.note(), line));
      return new Triggered(airflow.clear(dag, run, false), How.REPEATED);
    }
  }

  /** Airflow clears tasks: a run made outside the DAG's dates has none, and would stay as it is. */
  private static HallException empty(LocalDate date, DagRun run) {
    return HallException.of("airflow-run-empty", ExitStatus.OUTSIDE, "这个运行没有任务，清不出什么来重跑")
        .english("the run has no tasks: clearing it would repeat nothing")
        .where(run.id())
        .next("在 Airflow 页面删掉这个运行（DAG Runs），再运行 hall airflow trigger --date " + date + "。")
        .build();
  }
}
