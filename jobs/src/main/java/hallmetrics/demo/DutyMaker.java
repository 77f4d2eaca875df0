package hallmetrics.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens a row for each bad rating, forgets a few, and repairs most in time: the same shares
 * everywhere.
 */
final class DutyMaker {
  private static final List<String> PROBLEMS =
      List.of("办事人反映窗口人员态度生硬", "反映材料要求与办事指南不一致", "反映多次往返未办结", "反映超过承诺时限", "反映系统提交失败");
  private static final List<String> CATEGORIES = List.of("服务态度", "材料多要", "流程不畅", "超时办理", "系统故障");
  private static final double FORGOTTEN = 0.03;
  private static final double LATE = 0.06;
  private static final int HOUR = 3600;
  private final Workdays workdays;
  private final long seed;
  private int serial;

  DutyMaker(Workdays workdays, long seed) {
    this.workdays = workdays;
    this.seed = seed;
  }

  /** The row of a bad rating, or null where nobody opened one. */
  @Nullable Duty of(Rating rating) {
    Dice dice = Dice.of(seed, "duty", rating.id());
    boolean founded = rating.verdict() == null;
    if (founded && dice.chance(FORGOTTEN)) {
      return null;
    }
    return make("差评", rating.id(), rating.place(), rating.at(), founded, rating.person(), dice);
  }

  /** The row of an unresolved ticket. */
  Duty of(Ticket ticket, long at) {
    Dice dice = Dice.of(seed, "duty", ticket.no());
    CaseFile.Place place = new CaseFile.Place(ticket.region(), ticket.org().code(), null, null);
    return make("12345工单", ticket.no(), place, at, true, ticket.person(), dice);
  }

  private Duty make(
      String origin,
      String originId,
      CaseFile.Place place,
      long at,
      boolean founded,
      int person,
      Dice dice) {
    serial++;
    LocalDate day = workdays.onOrAfter(Moment.day(at).plusDays(dice.chance(0.7) ? 0 : 1));
    long opened = Math.max(at + 600, Moment.at(day, dice.between(9 * HOUR, 17 * HOUR)));
    long verified =
        Moment.at(workdays.after(Moment.day(opened), 1), dice.between(9 * HOUR, 12 * HOUR));
    boolean complex = dice.chance(0.2);
    int term = complex ? 15 : 5;
    LocalDate due = workdays.after(Moment.day(at), term);
    long done = founded ? done(at, term, due, verified, dice) : Moment.NEVER;
    long revisit =
        !founded || dice.chance(0.1)
            ? Moment.NEVER
            : Moment.at(workdays.after(Moment.day(done), 1), dice.between(10 * HOUR, 16 * HOUR));
    return new Duty(
        "ZG" + Moment.day(opened).toString().replace("-", "") + People.digits(serial, 5),
        origin,
        originId,
        place,
        dice.pick(PROBLEMS),
        dice.pick(CATEGORIES),
        complex,
        opened,
        verified,
        founded,
        due,
        done,
        revisit,
        dice.chance(0.93),
        person);
  }

  private long done(long at, int term, LocalDate due, long verified, Dice dice) {
    LocalDate day =
        dice.chance(LATE)
            ? workdays.after(due, dice.between(1, 6))
            : workdays.after(Moment.day(at), dice.between(2, term));
    return Math.max(Moment.at(day, dice.between(13 * HOUR, 17 * HOUR)), verified + HOUR);
  }
}
