package hallmetrics.publish;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.ledger.RunRecord;
import hallmetrics.run.Workplace;
import hallmetrics.time.Grain;
import hallmetrics.time.Period;
import java.time.LocalDate;
import java.util.List;

/** How far the decided nights reach into a period: what they have not seen is not zero. */
final class Reach {
  private Reach() {}

  /**
   * Refuses figures of counts that were made under another configuration: what a measure means now
   * was not counted so.
   *
   * @throws HallException {@code conf-moved}, exit 2
   */
  static void counted(Workplace workplace, RunRecord newest) {
    List<String> moved = workplace.moved(newest.fingerprint());
    if (!moved.isEmpty()) {
      throw HallException.of("conf-moved", ExitStatus.USAGE, "口径、名录、日历或时限在上一晚之后改过，库里的数还是按旧的算的")
          .english(
              "the configuration changed since the newest night: its counts are of the old one")
          .where(String.join("、", moved))
          .next("先跑一晚：hall nightly --date " + newest.asOf() + "，会按新的重新计数；或改回配置。")
          .build();
    }
  }

  /**
   * Refuses a period of which no day was decided.
   *
   * @param asOf the greatest business date decided
   * @throws HallException {@code period-ahead}, exit 2
   */
  static void begun(Period period, LocalDate asOf) {
    if (period.first().isAfter(asOf)) {
      throw HallException.of(
              "period-ahead", ExitStatus.USAGE, period.title() + "还没有数据：台账只到 " + asOf)
          .english("the period begins after the newest decided day")
          .where("period " + period)
          .next("核对周期写法；或先用 hall nightly --date 日期 入库。")
          .build();
    }
  }

  /**
   * Refuses to publish what is not over: its edition would stand where the whole period's belongs.
   *
   * @param asOf the greatest business date decided
   * @throws HallException {@code period-ahead}, {@code period-open}, {@code period-range}, exit 2
   */
  static void over(Period period, LocalDate asOf) {
    begun(period, asOf);
    if (period.grain() == Grain.RANGE) {
      throw HallException.of("period-range", ExitStatus.USAGE, "任意区间不出版，只有日、周、月、季、年和年初至今有版")
          .english("a range has no edition")
          .where("period " + period)
          .next("用 hall metrics --period " + period + " --out 目录 取数。")
          .build();
    }
    if (period.last().isAfter(asOf)) {
      throw HallException.of(
              "period-open", ExitStatus.USAGE, period.title() + "还没有结束（台账只到 " + asOf + "），不予发布")
          .english("the period is not over: the newest decided day is " + asOf)
          .where("period " + period)
          .next("等它过完再发布；到今天为止的数用 hall metrics --period " + period + " 看。")
          .build();
    }
  }
}
