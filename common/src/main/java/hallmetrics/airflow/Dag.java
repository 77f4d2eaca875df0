package hallmetrics.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A DAG as Airflow has it.
 *
 * @param stale its file is gone or no longer read
 * @param importErrors its file cannot be read as it is now
 * @param start no run before it does anything; null where the DAG has none, and in a list of DAGs
 * @param end no run after it does anything; null where the DAG has none, and in a list of DAGs
 * @param next logical date of the run the schedule makes next; null where it makes none
 */
public record Dag(
    String id,
    boolean paused,
    boolean stale,
    boolean importErrors,
    @Nullable Instant start,
    @Nullable Instant end,
    @Nullable Instant next) {

  static Dag of(JsonNode node) {
    return new Dag(
        Json.text(node, "dag_id"),
        Json.flag(node, "is_paused"),
        Json.flag(node, "is_stale"),
        Json.flag(node, "has_import_errors"),
        Json.instantOrNull(node, "start_date"),
        Json.instantOrNull(node, "end_date"),
        Json.instantOrNull(node, "next_dagrun_logical_date"));
  }
}
