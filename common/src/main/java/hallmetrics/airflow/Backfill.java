package hallmetrics.airflow;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Nights of a range, oldest first, one after the other, each judged before the next begins:
 * Airflow's own backfill refuses a DAG without a schedule, runs beside the schedule's nights and
 * goes on after a night that was refused.
 */
public final class Backfill {
  private static final Duration CALL = Duration.ofMinutes(2);

  private final Airflow airflow;
  private final Onlooker onlooker;
  private final Duration each;
  private final List<String> lines = new ArrayList<>();
  private ExitStatus worst = ExitStatus.DONE;
  private int triggered;
  private int there;
  private int failed;

  /**
   * @param each how long to wait for one night
   */
  public Backfill(Airflow airflow, Onlooker onlooker, Duration each) {
    this.airflow = airflow;
    this.onlooker = onlooker;
    this.each = each;
  }

  /**
   * Runs them; a run that is there is left alone (and awaited, where it is not finished).
   *
   * @param keepGoing go on after a night that failed or was refused
   * @throws HallException exit 2 for a wrong range; exit 4 for an Airflow that cannot run it
   */
  public Verdict range(LocalDate from, LocalDate to, boolean keepGoing) {
    check(from, to);
    LocalDate date = from;
    while (!date.isAfter(to)) {
      boolean good = night(date);
      date = date.plusDays(1);
      if (!good && !keepGoing) {
        break;
      }
    }
    if (!date.isAfter(to)) {
      lines.add("停在 " + date.minusDays(1) + "，其后的没有触发；处理后重跑同一条命令，或加 --keep-going。");
    }
    lines.add(
        "补跑：触发 "
            + triggered
            + "，已有 "
            + there
            + "，失败或被拒 "
            + failed
            + "。 Backfill: "
            + triggered
            + " triggered, "
            + there
            + " there before, "
            + failed
            + " failed.");
    return new Verdict(worst, List.copyOf(lines));
  }

  private void check(LocalDate from, LocalDate to) {
    if (from.isAfter(to)) {
      throw HallException.of("usage", ExitStatus.USAGE, "--from " + from + " 晚于 --to " + to)
          .english("the range is empty")
          .next("把较早的日期写在 --from。")
          .build();
    }
    DagCheck.notInTheFuture(to, airflow.pace().clock().instant());
    DagCheck check = new DagCheck(brief(CALL));
    check.date(from, check.able());
  }

  /** Whether the night ended well. */
  private boolean night(LocalDate date) {
    Nights nights = new Nights(brief(CALL));
    Optional<DagRun> before = nights.find(date);
    if (before.isPresent() && before.get().state().finished()) {
      there++;
      DagRun run = before.get();
      lines.add(date + " 已有运行 " + run.id() + "，" + run.state() + "，不动");
      return run.state() == RunState.SUCCESS
          || judged(date, new Judge(brief(CALL)).ending(run).verdict());
    }
    Nights.Triggered run = nights.trigger(date, null);
    if (run.made()) {
      triggered++;
    } else {
      there++;
    }
    return judged(date, new Watch(brief(each), onlooker).until(run.run().id()));
  }

  private boolean judged(LocalDate date, Verdict verdict) {
    if (verdict.status() == ExitStatus.DONE) {
      lines.add(verdict.lines().get(verdict.lines().size() - 1));
      return true;
    }
    failed++;
    worst = verdict.status().compareTo(worst) > 0 ? verdict.status() : worst;
    lines.add("—— " + date + " ——");
    lines.addAll(verdict.lines());
    return false;
  }

  private Airflow brief(Duration limit) {
    return airflow.until(airflow.pace().clock().instant().plus(limit));
  }
}
