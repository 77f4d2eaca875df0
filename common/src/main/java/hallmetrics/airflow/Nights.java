package hallmetrics.airflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmetrics.fault.HallException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The nights of the DAG by business date: found, triggered once, repeated. */
public final class Nights {
  private final Airflow airflow;
  private final String dag;

  public Nights(Airflow airflow) {
    this.airflow = airflow;
    this.dag = airflow.access().dag();
  }

  /**
   * What became of a trigger.
   *
   * @param made false when the run was there already
   */
  public record Triggered(DagRun run, boolean made) {}

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
   * @throws HallException exit 2 for a date in the future or before the start; exit 4 for a DAG
   *     that cannot run or an Airflow that does not answer
   */
  public Triggered trigger(LocalDate date) {
    Dag found = able(date);
    new DagCheck(airflow).date(date, found);
    return triggerChecked(date);
  }

  /** The DAG, able to run; the date is looked at first, for it needs no Airflow. */
  private Dag able(LocalDate date) {
    DagCheck.notInTheFuture(date, airflow.pace().clock().instant());
    return new DagCheck(airflow).able();
  }

  private Triggered triggerChecked(LocalDate date) {
    NightRun night = new NightRun(date);
    ObjectNode body = Json.object();
    body.put("dag_run_id", night.id());
    body.put("logical_date", night.logicalDate().toString());
    body.putObject("conf").put("business_date", date.toString());
    body.put("note", "hall airflow trigger");
    Session.Made<DagRun> made =
        airflow
            .session()
            .onceOnly(
                () -> find(date),
                Ask.post(Ask.path("dags", dag, "dagRuns"), body),
                airflow.end(),
                DagRun::of);
    return new Triggered(made.value(), made.made());
  }

  /** Repeats the finished run of a date; without a run triggers one. */
  public Triggered again(LocalDate date) {
    Dag found = able(date);
    new DagCheck(airflow).date(date, found);
    Optional<DagRun> there = find(date);
    if (there.isEmpty()) {
      return triggerChecked(date);
    }
    DagRun run = there.get();
    return run.state().finished()
        ? new Triggered(airflow.clear(dag, run, false), true)
        : new Triggered(run, false);
  }
}
