package hallmetrics.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an edition appeared, as the night's last task reported it to Airflow: an asset event.
 *
 * @param edition its period and number, as people say them; empty where the event does not say
 * @param uri the asset, {@code hall://editions/day} or its like; empty where Airflow has none
 * @param at when it was reported
 * @param run the run that reported it; null for none
 */
public record EditionEvent(String edition, String uri, Instant at, @Nullable String run) {

  static EditionEvent of(JsonNode node) {
    Instant at = Json.instantOrNull(node, "timestamp");
    if (at == null) {
      throw new Json.Unexpected("no 'timestamp' in the answer");
    }
    JsonNode extra = node.path("extra");
    String uri = Json.textOrNull(node, "uri");
    String period = Json.textOrNull(extra, "period");
    String number = Json.textOrNull(extra, "edition");
    return new EditionEvent(
        period == null || number == null ? "" : period + " 第" + number + "版",
        uri == null ? "" : uri,
        at,
        Json.textOrNull(node, "source_run_id"));
  }
}
