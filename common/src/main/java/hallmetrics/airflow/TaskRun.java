package hallmetrics.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task of a run.
 *
 * @param state Airflow's word; null before it was scheduled
 * @param tries which try it is at, from 1; 0 before the first
 */
public record TaskRun(
    String task,
    @Nullable String state,
    int tries,
    @Nullable Instant start,
    @Nullable Instant end) {

  /** Whether this task itself failed (not only what it waits for). */
  public boolean failed() {
    return "failed".equals(state);
  }

  /** Whether it ended well. */
  public boolean succeeded() {
    return "success".equals(state);
  }

  /** Whether it runs or is handed to a worker: also a paused DAG brings it to its end. */
  boolean underWay() {
    return "running".equals(state) || "queued".equals(state) || "restarting".equals(state);
  }

  static TaskRun of(JsonNode node) {
    return new TaskRun(
        Json.text(node, "task_id"),
        Json.textOrNull(node, "state"),
        (int) Json.whole(node, "try_number"),
        Json.instantOrNull(node, "start_date"),
        Json.instantOrNull(node, "end_date"));
  }
}
