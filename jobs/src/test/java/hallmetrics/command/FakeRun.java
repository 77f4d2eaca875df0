package hallmetrics.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A run of the Airflow of these tests. */
final class FakeRun {
  private static final ObjectMapper JSON = new ObjectMapper();

  final String id;
  final Instant logical;
  final Map<String, String> tasks = new TreeMap<>();
  volatile String state = "queued";
  volatile Instant queued;
  volatile @Nullable String xcom;
  volatile @Nullable String note;
  volatile String log = "{\"content\":[],\"continuation_token\":null}";
  private final JsonNode conf;

  FakeRun(String id, Instant logical, JsonNode conf, Instant queued) {
    this.id = id;
    this.logical = logical;
    this.conf = conf;
    this.queued = queued;
  }

  /** Ends as a night that published. */
  void publish(String date) {
    report(
        "{\"business_date\":\""
            + date
            + "\",\"outcome\":\"PUBLISHED\",\"editions\":[\""
            + date
            + " 第1版\"],\"message\":\"已发布日版。 Published.\"}");
  }

  /** Ends with a report of the night. */
  void report(String value) {
    tasks("success", "success", "success");
    xcom = value;
    state = "success";
  }

  /** Ends as a night a gate refused: its task fails and says so in its log. */
  void refuse(String cause) {
    tasks("success", "failed", "upstream_failed");
    log =
        "{\"content\":[{\"event\":\"hall nightly ended with exit code 3\"},"
            + "{\"event\":\"Task failed\",\"level\":\"error\",\"error_detail\":"
            + "[{\"exc_type\":\"AirflowFailException\",\"exc_value\":\""
            + cause
            + "\"}]}]}";
    state = "failed";
  }

  void tasks(String deliveries, String night, String report) {
    tasks.put("deliveries", deliveries);
    tasks.put("night", night);
    tasks.put("report", report);
  }

  ObjectNode json() {
    ObjectNode node = JSON.createObjectNode();
    node.put("dag_run_id", id)
        .put("dag_id", "hall_nightly")
        .put("logical_date", logical.toString());
    node.put("queued_at", queued.toString()).put("run_after", queued.toString());
    node.putNull("start_date").putNull("end_date").put("state", state).put("run_type", "manual");
    node.put("note", note).set("conf", conf);
    return node;
  }

  ObjectNode tasksJson() {
    ObjectNode node = JSON.createObjectNode();
    tasks.forEach(
        (task, word) ->
            node.withArray("task_instances")
                .addObject()
                .put("task_id", task)
                .put("state", word.isEmpty() ? null : word)
                .put("try_number", 1)
                .putNull("start_date")
                .putNull("end_date"));
    node.withArray("task_instances");
    return node;
  }
}
