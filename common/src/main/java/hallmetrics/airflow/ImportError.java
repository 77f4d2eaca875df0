package hallmetrics.airflow;

import com.fasterxml.jackson.databind.JsonNode;

/** A DAG file Airflow cannot read: its name and the last line of the reason. */
public record ImportError(String file, String reason) {

  static ImportError of(JsonNode node) {
    String trace = Json.text(node, "stack_trace").strip();
    return new ImportError(
        Json.text(node, "filename"), trace.substring(trace.lastIndexOf('\n') + 1).strip());
  }
}
