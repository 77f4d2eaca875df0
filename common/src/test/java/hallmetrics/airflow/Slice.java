package hallmetrics.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A part of an OpenAPI description: makes sample answers, finds faults in requests. */
final class Slice {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BODY = "/content/application~1json/schema";

  private final JsonNode top;

  Slice(String yaml) {
    top = JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
  }

  int operations() {
    int count = 0;
    for (JsonNode path : top.path("paths")) {
      count += path.size();
    }
    return count;
  }

  /** A sample answer by call, names put into the paths. */
  Map<String, String> answers(Map<String, String> names) {
    Map<String, String> answers = new TreeMap<>();
    top.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          String call = operation.getKey().toUpperCase(java.util.Locale.ROOT);
                          JsonNode answer =
                              operation.getValue().path("responses").iterator().next();
                          answers.put(
                              call + ' ' + filled(path.getKey(), names),
                              sample(answer.at(BODY)).toString());
                        }));
    return answers;
  }

  String finishedRun() {
    ObjectNode run = (ObjectNode) sample(schema("DAGRunResponse"));
    return run.put("state", "failed").toString();
  }

  List<String> enumeration(String name) {
    List<String> words = new ArrayList<>();
    schema(name).path("enum").forEach(word -> words.add(word.asText()));
    return words;
  }

  /** The id of the operation a request is for; empty when the API has none. */
  String operation(Replay.Seen request) {
    JsonNode found = find(request);
    return found == null ? "" : found.path("operationId").asText();
  }

  /** What of a request the API does not know or misses. */
  List<String> faults(Replay.Seen request) {
    JsonNode found = find(request);
    if (found == null) {
      return List.of("no operation: " + request.what());
    }
    List<String> faults = new ArrayList<>();
    for (String pair :
        request.query().equals("null") ? new String[0] : request.query().split("&", -1)) {
      String name = pair.substring(0, pair.indexOf('='));
      if (!parameters(found).contains(name)) {
        faults.add(request.what() + ": no parameter " + name);
      }
    }
    JsonNode schema = resolve(found.at("/requestBody" + BODY));
    JsonNode body = Json.parse(request.body().isEmpty() ? "{}" : request.body());
    Objects.requireNonNull(body)
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!schema.path("properties").has(name)) {
                faults.add(request.what() + ": no field " + name);
              }
            });
    for (JsonNode required : schema.path("required")) {
      if (!body.has(required.asText())) {
        faults.add(request.what() + ": misses " + required.asText());
      }
    }
    return faults;
  }

  private @Nullable JsonNode find(Replay.Seen request) {
    String method = request.what().substring(0, request.what().indexOf(' '));
    String path = request.what().substring(method.length() + 1);
    for (Map.Entry<String, JsonNode> one : top.path("paths").properties()) {
      boolean same = path.matches(one.getKey().replaceAll("\\{[a-z_]+}", "[^/]+"));
      JsonNode operation = one.getValue().get(method.toLowerCase(java.util.Locale.ROOT));
      if (same && operation != null) {
        return operation;
      }
    }
    return null;
  }

  private static List<String> parameters(JsonNode operation) {
    List<String> names = new ArrayList<>();
    operation.path("parameters").forEach(one -> names.add(one.path("name").asText()));
    return names;
  }

  private static String filled(String path, Map<String, String> names) {
    String filled = path;
    for (Map.Entry<String, String> name : names.entrySet()) {
      filled = filled.replace(name.getKey(), name.getValue());
    }
    return filled;
  }

  private JsonNode schema(String name) {
    return top.path("components").path("schemas").path(name);
  }

  private JsonNode resolve(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.isEmpty()
        ? schema
        : schema(reference.substring(reference.lastIndexOf('/') + 1));
  }

  private JsonNode sample(JsonNode written) {
    JsonNode schema = resolve(written);
    if (schema.has("anyOf")) {
      return sample(schema.path("anyOf").get(0));
    }
    if (schema.has("enum")) {
      return schema.path("enum").get(0);
    }
    return switch (schema.path("type").asText()) {
      case "object" -> object(schema);
      case "array" -> {
        ArrayNode array = JSON.createArrayNode();
        yield array.add(sample(schema.path("items")));
      }
      case "integer" -> JSON.getNodeFactory().numberNode(1);
      case "boolean" -> JSON.getNodeFactory().booleanNode(false);
      case "string" ->
          JSON.getNodeFactory()
              .textNode(
                  schema.path("format").asText().equals("date-time")
                      ? "2026-10-01T00:00:00Z"
                      : "text");
      default -> JSON.createObjectNode();
    };
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = JSON.createObjectNode();
    schema
        .path("properties")
        .properties()
        .forEach(one -> object.set(one.getKey(), sample(one.getValue())));
    // an instant, though the description calls it only a text
    for (String beat : List.of("latest_scheduler_heartbeat", "latest_dag_processor_heartbeat")) {
      if (object.has(beat)) {
        object.put(beat, "2026-10-01T00:00:00Z");
      }
    }
    return object;
  }
}
