package hallmetrics.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param status the HTTP status; 0 when nothing came back, then {@code text} says why
 * @param json the body as JSON; null where it is none
 */
record Answer(int status, String text, @Nullable JsonNode json) {
  private static final Pattern TITLE =
      Pattern.compile("<title>(.*?)</title>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final int LONGEST = 200;

  static Answer of(int status, String text) {
    return new Answer(status, text, Json.parse(text));
  }

  static Answer lost(String why) {
    return new Answer(0, why, null);
  }

  boolean done() {
    return status >= 200 && status < 300;
  }

  /** Nothing came back, or the server was not able to: a later try may go through. */
  boolean passing() {
    return status == 0 || status == 408 || status == 429 || status >= 500;
  }

  /** Whether the change was made is not known: look before trying again. */
  boolean inDoubt() {
    return passing() || status == 409;
  }

  /** The token is expired, or Airflow does not take it as a token. */
  boolean tokenSpent() {
    return status == 401
        || (status == 403 && message().toLowerCase(Locale.ROOT).contains("invalid jwt"));
  }

  /**
   * What the body says went wrong, one short line. Of a list of faults of the request only place
   * and message are taken: the input itself may be a secret.
   */
  String message() {
    JsonNode body = json;
    if (body == null || !body.isObject()) {
      return plain(text);
    }
    JsonNode detail = body.get("detail");
    if (detail == null) {
      JsonNode error = body.get("error");
      return error == null ? "" : shorten(error.asText());
    }
    if (detail.isArray()) {
      List<String> faults = new ArrayList<>();
      detail.forEach(one -> faults.add(fault(one)));
      return shorten(String.join("; ", faults));
    }
    if (detail.isObject()) {
      return shorten(detail.path("reason").asText() + ' ' + detail.path("message").asText());
    }
    return shorten(detail.asText());
  }

  private static String fault(JsonNode one) {
    List<String> place = new ArrayList<>();
    one.path("loc").forEach(part -> place.add(part.asText()));
    return String.join(".", place) + ": " + one.path("msg").asText();
  }

  /** A page for people says its title. */
  private static String plain(String text) {
    Matcher title = TITLE.matcher(text);
    return shorten(title.find() ? title.group(1) : text.replaceAll("<[^>]*>", " "));
  }

  private static String shorten(String text) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  @Override
  public String toString() {
    // a body may hold a token
    return status == 0 ? "no answer" : "HTTP " + status;
  }
}
