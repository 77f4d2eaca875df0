package hallmetrics.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run of a DAG.
 *
 * @param logicalDate null for a run triggered without one
 * @param queuedAt null before it was queued
 * @param start null before it started
 * @param end null while it is not finished
 * @param businessDate what its conf says; null for a scheduled run
 * @param note what is written beside it; null for nothing
 */
public record DagRun(
    String id,
    @Nullable Instant logicalDate,
    Instant runAfter,
    @Nullable Instant queuedAt,
    @Nullable Instant start,
    @Nullable Instant end,
    RunState state,
    @Nullable String businessDate,
    @Nullable String note) {

  static DagRun of(JsonNode node) {
    JsonNode conf = node.path("conf");
    Instant runAfter = Json.instantOrNull(node, "run_after");
    if (runAfter == null) {
      throw new Json.Unexpected("no 'run_after' in the answer");
    }
    return new DagRun(
        Json.text(node, "dag_run_id"),
        Json.instantOrNull(node, "logical_date"),
        runAfter,
        Json.instantOrNull(node, "queued_at"),
        Json.instantOrNull(node, "start_date"),
        Json.instantOrNull(node, "end_date"),
        RunState.of(Json.text(node, "state")),
        Json.textOrNull(conf, "business_date"),
        Json.textOrNull(node, "note"));
  }
}
