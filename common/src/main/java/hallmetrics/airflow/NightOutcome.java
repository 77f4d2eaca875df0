package hallmetrics.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the night's last task reports (its XCom).
 *
 * @param businessDate the night's date; null where the task does not say
 * @param editions what was published, as the task names it
 * @param message the night's last line; null where it said none
 */
public record NightOutcome(
    @Nullable String businessDate, Kind kind, List<String> editions, @Nullable String message) {

  /** How a night ended. */
  public enum Kind {
    PUBLISHED,
    /** Published; files stayed out. */
    PUBLISHED_WITH_REFUSED,
    REFUSED,
    NOTHING_NEW
  }

  /** From an answer of the XCom API; the value is an object, or its JSON as text. */
  static NightOutcome of(JsonNode entry) {
    JsonNode value = entry.path("value");
    JsonNode parsed = value.isTextual() ? Json.parse(value.asText()) : value;
    if (parsed == null || !parsed.isObject()) {
      throw new Json.Unexpected("the report of the night is no object");
    }
    List<String> editions = new ArrayList<>();
    for (JsonNode one : parsed.path("editions")) {
      editions.add(one.isTextual() ? one.asText() : one.toString());
    }
    return new NightOutcome(
        Json.textOrNull(parsed, "business_date"),
        kind(Json.text(parsed, "outcome")),
        List.copyOf(editions),
        Json.textOrNull(parsed, "message"));
  }

  private static Kind kind(String text) {
    return switch (text) {
      case "PUBLISHED" -> Kind.PUBLISHED;
      case "PUBLISHED_WITH_REFUSED" -> Kind.PUBLISHED_WITH_REFUSED;
      case "REFUSED", "REFUSED_BY_GATE" -> Kind.REFUSED;
      case "NOTHING_NEW" -> Kind.NOTHING_NEW;
      default -> throw new Json.Unexpected("unknown outcome of a night: '" + text + "'");
    };
  }
}
