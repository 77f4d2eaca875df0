package hallmetrics.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A line of a task's log; the exception of a line follows in its text.
 *
 * @param level null where the line has none
 * @param cause what the exception of the line says, its first line; null for a line without one
 */
public record LogLine(@Nullable String level, String text, @Nullable String cause) {

  /** Lines come as objects; a remote log may come as plain texts. */
  static LogLine of(JsonNode node) {
    if (node.isTextual()) {
      return new LogLine(null, node.asText().strip(), null);
    }
    List<String> parts = new ArrayList<>(List.of(Json.text(node, "event").strip()));
    node.path("error_detail")
        .forEach(
            one ->
                parts.add(one.path("exc_type").asText() + ": " + one.path("exc_value").asText()));
    // the exception itself comes first, what caused it after it
    JsonNode said = node.path("error_detail").path(0).path("exc_value");
    String cause = said.asText().lines().map(String::strip).findFirst().orElse("");
    return new LogLine(
        Json.textOrNull(node, "level"), String.join(" | ", parts), cause.isEmpty() ? null : cause);
  }

  /** The same line with its texts changed. */
  LogLine with(UnaryOperator<String> change) {
    return new LogLine(level, change.apply(text), cause == null ? null : change.apply(cause));
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
