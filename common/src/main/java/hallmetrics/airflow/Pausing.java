package hallmetrics.airflow;

import java.util.List;

/** Stops the schedule for a while, as before an upgrade, and lets it go on. */
public final class Pausing {
  private final Airflow airflow;
  private final String dag;

  public Pausing(Airflow airflow) {
    this.airflow = airflow;
    this.dag = airflow.access().dag();
  }

  /**
   * What a pause came to.
   *
   * @param changed false when the DAG was paused before
   * @param open runs that are not finished: a task that runs goes on to its end, all others wait
   */
  public record Paused(boolean changed, List<DagRun> open) {}

  /**
   * Starts no task any more; one that runs goes on to its end.
   *
   * @throws hallmetrics.fault.HallException {@code airflow-dag-missing} or another fault, exit 4
   */
  public Paused pause() {
    boolean before = new DagCheck(airflow).known().paused();
    if (!before) {
      airflow.pause(dag, true);
    }
    return new Paused(!before, airflow.openRuns(dag));
  }

  /**
   * Lets runs start again; the schedule makes up for what it missed, oldest first.
   *
   * @return false when the DAG was not paused
   * @throws hallmetrics.fault.HallException {@code airflow-dag-missing}, {@code
   *     airflow-dag-broken}, {@code airflow-dag-stale} or another fault, exit 4
   */
  public boolean unpause() {
    DagCheck check = new DagCheck(airflow);
    boolean before = check.known().paused();
    if (before) {
      airflow.pause(dag, false);
    }
    check.able();
    return before;
  }
}
