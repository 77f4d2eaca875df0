package hallmetrics.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The token of this process: read from its file, or got by logging in (for an hour, Airflow takes
 * none back). Safe for several threads.
 */
final class Token {
  private final AirflowAccess access;
  private final Http http;
  private final Faults faults;
  private @Nullable Secret password;
  private @Nullable Secret token;

  Token(AirflowAccess access, Http http, Faults faults) {
    this.access = access;
    this.http = http;
    this.faults = faults;
  }

  /** The token held, or a new one. */
  synchronized Secret get(Pace pace, Patience patience) {
    Secret held = token;
    return held == null ? renew(null, pace, patience) : held;
  }

  /**
   * A new token in place of one Airflow no longer takes; where another thread has renewed it
   * meanwhile, that one.
   */
  synchronized Secret renew(@Nullable Secret spent, Pace pace, Patience patience) {
    Secret held = token;
    if (held != null && held != spent) {
      return held;
    }
    Path file = access.tokenFile();
    Secret fresh = file == null ? login(pace, patience) : Secret.ofFile(file);
    token = fresh;
    return fresh;
  }

  /** A text without the secrets of this process. */
  synchronized String hide(String text) {
    String hidden = password == null ? text : password.hide(text);
    return token == null ? hidden : token.hide(hidden);
  }

  private Secret login(Pace pace, Patience patience) {
    Secret known = Secret.ofFile(Objects.requireNonNull(access.passwordFile()));
    password = known;
    Ask ask =
        Ask.login(
            Json.object()
                .put("username", Objects.requireNonNull(access.user()))
                .put("password", known.value()));
    Backoff backoff = new Backoff(pace, patience);
    while (true) {
      Answer answer = http.once(ask, null, patience);
      JsonNode json = answer.json();
      if (answer.done() && json != null && json.hasNonNull("access_token")) {
        return new Secret(json.get("access_token").asText());
      }
      if (!answer.passing()) {
        throw faults.login(answer, known.hide(answer.message()));
      }
      if (!backoff.again(answer)) {
        throw faults.unreachable(ask, answer, known.hide(answer.message()));
      }
    }
  }

  @Override
  public String toString() {
    return "Token[******]";
  }
}
