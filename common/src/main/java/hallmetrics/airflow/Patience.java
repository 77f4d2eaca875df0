package hallmetrics.airflow;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** How long a client's calls are repeated, and who hears, once, that an answer takes long. */
final class Patience {
  private final Instant end;
  private final Consumer<String> waiting;
  private final AtomicBoolean told = new AtomicBoolean();

  /**
   * @param end when it is given up
   * @param waiting hears a sentence for people, without secrets, once however many calls
   */
  Patience(Instant end, Consumer<String> waiting) {
    this.end = end;
    this.waiting = waiting;
  }

  /** Of a caller who tells people himself. */
  static Patience silent(Instant end) {
    return new Patience(end, sentence -> {});
  }

  Instant end() {
    return end;
  }

  /**
   * Tells that there is no answer yet, unless that was told before.
   *
   * @param answer what there is so far
   */
  void tell(Answer answer) {
    if (told.compareAndSet(false, true)) {
      // at the latest: it ends earlier where no time is left for another try
      waiting.accept(
          "Airflow 暂时没有正常应答（"
              + answer
              + "），最晚到 "
              + ShanghaiClock.of(end)
              + " 为止接着试；--deadline 可改。 No answer yet; trying again.");
    }
  }
}
