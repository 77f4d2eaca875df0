package hallmetrics.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of the API.
 *
 * @param path below the address, without secrets
 * @param body JSON, null for none
 * @param signed whether the token goes with it
 * @param repeatable whether doing it twice is the same as once
 */
record Ask(
    String method, String path, @Nullable JsonNode body, boolean signed, boolean repeatable) {
  private static final String API = "/api/v2/";

  static Ask get(String path) {
    return new Ask("GET", API + path, null, true, true);
  }

  /** A change that may be asked for again. */
  static Ask patch(String path, JsonNode body) {
    return new Ask("PATCH", API + path, body, true, true);
  }

  /** A change that must not be made twice. */
  static Ask post(String path, JsonNode body) {
    return new Ask("POST", API + path, body, true, false);
  }

  static Ask login(JsonNode body) {
    return new Ask("POST", "/auth/token/cli", body, false, true);
  }

  /** A path of names, each made safe for an address. */
  static String path(String... names) {
    List<String> safe = new ArrayList<>();
    for (String name : names) {
      safe.add(encode(name));
    }
    return String.join("/", safe);
  }

  /** Names and values in turn, as the end of an address. */
  static String query(String... pairs) {
    List<String> safe = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      safe.add(encode(pairs[i]) + '=' + encode(pairs[i + 1]));
    }
    return '?' + String.join("&", safe);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** What a person reads of it. */
  String name() {
    return method + ' ' + path;
  }
}
