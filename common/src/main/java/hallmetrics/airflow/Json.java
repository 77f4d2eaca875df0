package hallmetrics.airflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers. A field that is missing or of another kind is told by its name; more fields than
 * are read do not matter.
 */
final class Json {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Json() {}

  /** An answer that is not what the API promises. */
  static final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unexpected(String message) {
      super(message);
    }
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** The JSON of a text; null where it is none. */
  static @Nullable JsonNode parse(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node == null || node.isMissingNode() ? null : node;
    } catch (JsonProcessingException notJson) {
      return null;
    }
  }

  static String text(JsonNode node, String field) {
    String text = textOrNull(node, field);
    if (text == null) {
      throw new Unexpected("no '" + field + "' in the answer");
    }
    return text;
  }

  static @Nullable String textOrNull(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value.asText();
  }

  static boolean flag(JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (value == null || !value.isBoolean()) {
      throw new Unexpected("no yes or no in '" + field + "' of the answer");
    }
    return value.asBoolean();
  }

  static long whole(JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (value == null || !value.isIntegralNumber()) {
      throw new Unexpected("no whole number in '" + field + "' of the answer");
    }
    return value.asLong();
  }

  /** An instant with any offset; null where the field is absent or null. */
  static @Nullable Instant instantOrNull(JsonNode node, String field) {
    String text = textOrNull(node, field);
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException wrong) {
      throw new Unexpected("no instant in '" + field + "' of the answer");
    }
  }

  static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> read) {
    JsonNode array = node.get(field);
    if (array == null || !array.isArray()) {
      throw new Unexpected("no list '" + field + "' in the answer");
    }
    List<T> items = new ArrayList<>();
    array.forEach(item -> items.add(read.apply(item)));
    return List.copyOf(items);
  }
}
