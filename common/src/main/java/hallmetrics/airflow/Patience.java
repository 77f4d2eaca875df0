package hallmetrics.airflow;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * How long a call is repeated, and who hears that it takes long.
 *
 * @param end when it is given up
 * @param waiting hears a sentence for people, without secrets, once a call
 */
record Patience(Instant end, Consumer<String> waiting) {

  /** Of a caller who tells people himself. */
  static Patience silent(Instant end) {
    return new Patience(end, sentence -> {});
  }
}
