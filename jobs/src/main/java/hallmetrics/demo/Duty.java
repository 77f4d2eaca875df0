package hallmetrics.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger of rectifications with its whole life.
 *
 * @param origin kind of what it answers, as the ledger words it
 * @param founded whether checking bore the complaint out
 */
record Duty(
    String id,
    String origin,
    String originId,
    CaseFile.Place place,
    String problem,
    String category,
    boolean complex,
    long opened,
    long verified,
    boolean founded,
    LocalDate due,
    long done,
    long revisit,
    boolean satisfied,
    int person) {

  /** Struck off the day after it was done. */
  long closed() {
    return done == Moment.NEVER ? Moment.NEVER : done + 86_400;
  }

  String state(long now) {
    if (!founded && verified <= now) {
      return "不予采纳";
    }
    if (closed() <= now) {
      return "已销号";
    }
    if (done <= now) {
      return "已完成";
    }
    return verified <= now ? "整改中" : "核实中";
  }

  @Nullable Boolean answered(long now) {
    return (founded && revisit <= now) ? satisfied : null;
  }
}
