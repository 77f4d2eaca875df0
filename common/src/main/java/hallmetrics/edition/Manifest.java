package hallmetrics.edition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an edition is made of and how to prove it whole.
 *
 * @param inputs SHA-256 of every delivery its figures rest on, sorted
 * @param ledger content hash by ledger table
 * @param definitions metric id to definition version in force
 * @param files SHA-256 by path inside the edition, the manifest itself excepted
 */
public record Manifest(
    String period,
    int edition,
    String reason,
    String asOf,
    List<String> inputs,
    Map<String, String> ledger,
    Map<String, Integer> definitions,
    String software,
    String fingerprint,
    String figuresHash,
    Map<String, String> files) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** What the store calls the snapshots an edition read. */
  public static String tag(String period, int edition) {
    return "edition-" + period + "-" + edition;
  }

  /** The manifest as JSON text, keys in a fixed order. */
  public String toJson() {
    ObjectNode node = JSON.createObjectNode();
    node.put("period", period).put("edition", edition).put("reason", reason).put("as_of", asOf);
    node.put("software", software).put("fingerprint", fingerprint);
    node.put("figures_hash", figuresHash);
    inputs.forEach(node.putArray("inputs")::add);
    ObjectNode tables = node.putObject("ledger");
    new TreeMap<>(ledger).forEach(tables::put);
    ObjectNode versions = node.putObject("definitions");
    new TreeMap<>(definitions).forEach(versions::put);
    ObjectNode hashes = node.putObject("files");
    new TreeMap<>(files).forEach(hashes::put);
    try {
      return JSON.writeValueAsString(node) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException if the text is no manifest
   */
  public static Manifest fromJson(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      List<String> inputs = new ArrayList<>();
      node.required("inputs").forEach(input -> inputs.add(input.asText()));
      Map<String, Integer> definitions = new TreeMap<>();
      node.required("definitions")
          .properties()
          .forEach(entry -> definitions.put(entry.getKey(), entry.getValue().asInt()));
      return new Manifest(
          node.required("period").asText(),
          node.required("edition").asInt(),
          node.required("reason").asText(),
          node.required("as_of").asText(),
          inputs,
          texts(node.required("ledger")),
          definitions,
          node.required("software").asText(),
          node.required("fingerprint").asText(),
          node.required("figures_hash").asText(),
          texts(node.required("files")));
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException("manifest.json is no JSON: " + wrong.getMessage(), wrong);
    }
  }

  private static Map<String, String> texts(JsonNode node) {
    Map<String, String> texts = new TreeMap<>();
    node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }
}
