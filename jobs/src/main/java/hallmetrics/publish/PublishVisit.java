package hallmetrics.publish;

import hallmetrics.ledger.RunLock;
import hallmetrics.ledger.RunRecord;
import hallmetrics.ledger.Store;
import hallmetrics.ledger.StoreFaults;
import hallmetrics.run.Progress;
import hallmetrics.run.Sessions;
import hallmetrics.run.Workplace;
import hallmetrics.sql.SqlFunctions;
import hallmetrics.time.Period;
import hallmetrics.value.Mask;
import java.time.Duration;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Opens the store under its lock to publish one period by hand. */
public final class PublishVisit {
  private final Workplace workplace;
  private final Duration patience;
  private final Progress progress;

  /** A visit; it waits as long as it is patient for another run. */
  public PublishVisit(Workplace workplace, Duration patience, Progress progress) {
    this.workplace = workplace;
    this.patience = patience;
    this.progress = progress;
  }

  /**
   * Publishes a period that is over.
   *
   * @param reason why, required from the second edition on; numbers of persons in it are masked,
   *     since it is printed
   * @throws hallmetrics.fault.HallException {@code nothing-decided}, {@code conf-moved}, {@code
   *     period-ahead}, {@code period-open}, {@code period-range}, {@code no-data}, {@code
   *     reason-required}, exit 2
   */
  public Published period(Period period, @Nullable String reason) {
    return StoreFaults.guard(workplace.store(), () -> locked(period, masked(reason)));
  }

  private static @Nullable String masked(@Nullable String reason) {
    return reason == null ? null : Mask.numbers(reason);
  }

  private Published locked(Period period, @Nullable String reason) {
    try (RunLock lock = RunLock.acquire(workplace.store(), "hall publish", patience)) {
      SparkSession session = Sessions.start(workplace.store(), Map.of());
      SqlFunctions.register(session, workplace.site().calendar(), workplace.site().policies());
      try (Store store =
          Store.open(session, workplace.store(), workplace.site().catalogue().tables().values())) {
        RunRecord newest = store.reader().newestDecided().orElseThrow(FiguresVisit::nothing);
        Reach.counted(workplace, newest);
        Reach.over(period, FiguresVisit.asOf(newest));
        return new PublishJob(session, workplace, store, lock, progress).period(period, reason);
      }
    }
  }
}
