package hallmetrics.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a task's log; the exception of a line follows in its text.
 *
 * @param level null where the line has none
 */
public record LogLine(@Nullable String level, String text) {

  /** Lines come as objects; a remote log may come as plain texts. */
  static LogLine of(JsonNode node) {
    if (node.isTextual()) {
      return new LogLine(null, node.asText().strip());
    }
    List<String> parts = new ArrayList<>(List.of(Json.text(node, "event").strip()));
    node.path("error_detail")
        .forEach(
            one ->
                parts.add(one.path("exc_type").asText() + ": " + one.path("exc_value").asText()));
    return new LogLine(Json.textOrNull(node, "level"), String.join(" | ", parts));
  }

  /** The texts without Airflow's marks of groups and without where the log is kept. */
  static List<String> withoutFrames(List<LogLine> log) {
    List<String> own = new ArrayList<>();
    boolean details = false;
    for (LogLine line : log) {
      String text = line.text();
      boolean mark = text.startsWith("::group::") || text.startsWith("::endgroup::");
      details = mark ? text.startsWith("::group::Log message source") : details;
      if (!mark && !details) {
        own.add(text);
      }
    }
    return own;
  }
}
