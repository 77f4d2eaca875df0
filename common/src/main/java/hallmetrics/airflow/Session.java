package hallmetrics.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls with a login, repeated with back-off until one deadline. A change that must not be made
 * twice is never repeated blindly: {@link #onceOnly} looks first, and again after every doubt.
 */
final class Session {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  private final Http http;
  private final Token token;
  private final Faults faults;
  private final Pace pace;

  Session(AirflowAccess access, Pace pace) {
    this.http = new Http(access.url(), pace);
    this.faults = new Faults(access);
    this.token = new Token(access, http, faults);
    this.pace = pace;
  }

  Faults faults() {
    return faults;
  }

  Pace pace() {
    return pace;
  }

  String hide(String text) {
    return token.hide(text);
  }

  /**
   * What a change came to.
   *
   * @param made false when it was there already
   */
  record Made<T>(T value, boolean made) {}

  /**
   * Asks until there is a lasting answer.
   *
   * @return empty for 404
   * @throws hallmetrics.fault.HallException exit 4
   */
  <T> Optional<T> find(Ask ask, Patience patience, Function<JsonNode, T> read) {
    Backoff backoff = new Backoff(pace, patience);
    while (true) {
      Answer answer = signed(ask, patience);
      if (answer.done()) {
        return Optional.of(read(ask, answer, read));
      }
      if (answer.status() == 404) {
        return Optional.empty();
      }
      stopUnlessPassing(ask, answer, answer.passing());
      waitOrStop(backoff, ask, answer);
    }
  }

  /** As {@link #find}, where the thing must be there. */
  <T> T get(Ask ask, Patience patience, Function<JsonNode, T> read) {
    return find(ask, patience, read)
        .orElseThrow(() -> faults.answer(ask, Answer.of(404, ""), "not found"));
  }

  /**
   * Makes a change unless it is made; an answer that got lost does not make it twice.
   *
   * @param look finds what the change makes
   */
  <T> Made<T> onceOnly(
      Supplier<Optional<T>> look, Ask change, Patience patience, Function<JsonNode, T> read) {
    Optional<T> there = look.get();
    Backoff backoff = new Backoff(pace, patience);
    while (there.isEmpty()) {
      Answer answer = signed(change, patience);
      if (answer.done()) {
        return new Made<>(read(change, answer, read), true);
      }
      stopUnlessPassing(change, answer, answer.inDoubt());
      there = look.get();
      if (there.isEmpty()) {
        waitOrStop(backoff, change, answer);
        there = look.get();
      }
    }
    return new Made<>(there.get(), false);
  }

  private Answer signed(Ask ask, Patience patience) {
    if (!ask.signed()) {
      return http.once(ask, null, patience);
    }
    Secret held = token.get(pace, patience);
    Answer answer = http.once(ask, held, patience);
    if (!answer.tokenSpent()) {
      return answer;
    }
    LOG.info("{}: {}, logging in again", ask.name(), answer);
    Answer second = http.once(ask, token.renew(held, pace, patience), patience);
    if (second.tokenSpent()) {
      throw faults.spent(second, hide(second.message()));
    }
    return second;
  }

  private void stopUnlessPassing(Ask ask, Answer answer, boolean passing) {
    if (answer.status() == 403) {
      throw faults.forbidden(ask, hide(answer.message()));
    }
    if (!passing) {
      throw faults.answer(ask, answer, hide(answer.message()));
    }
  }

  private void waitOrStop(Backoff backoff, Ask ask, Answer answer) {
    LOG.info("{}: {}, {}", ask.name(), answer, hide(answer.message()));
    if (backoff.again(answer)) {
      return;
    }
    throw answer.status() == 409
        ? faults.answer(ask, answer, hide(answer.message()))
        : faults.unreachable(ask, answer, hide(answer.message()));
  }

  private <T> T read(Ask ask, Answer answer, Function<JsonNode, T> read) {
    JsonNode json = answer.json();
    if (json == null) {
      throw faults.answer(ask, answer, "no JSON: " + hide(answer.message()));
    }
    try {
      return read.apply(json);
    } catch (Json.Unexpected unexpected) {
      throw faults.answer(ask, answer, String.valueOf(unexpected.getMessage()));
    }
  }
}
