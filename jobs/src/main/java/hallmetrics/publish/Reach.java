package hallmetrics.publish;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.time.Grain;
import hallmetrics.time.Period;
import java.time.LocalDate;

/** How far the decided nights reach into a period: what they have not seen is not zero. */
final class Reach {
  private Reach() {}

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
