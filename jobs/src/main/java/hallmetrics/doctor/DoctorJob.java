package hallmetrics.doctor;

import hallmetrics.fault.ExitStatus;
import hallmetrics.run.Workplace;
import hallmetrics.time.Shanghai;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Looks at a site and its store; changes nothing and needs no lock. */
public final class DoctorJob {
  private final Workplace workplace;
  private final Clock clock;
  private final LocalDate today;
  private final Map<String, String> environment;
  private final boolean deep;

  /**
   * A look at a site.
   *
   * @param clock tells which years' calendars should be known by now
   * @param environment the process's environment variables
   * @param deep also what needs a Spark session: codes no register knows, records that moved far,
   *     duties forgotten for longer than the look-back
   */
  public DoctorJob(
      Workplace workplace, Clock clock, Map<String, String> environment, boolean deep) {
    this.workplace = workplace;
    this.clock = clock;
    this.today = Shanghai.date(clock.instant());
    this.environment = environment;
    this.deep = deep;
  }

  /** Hands out the findings as they are made. */
  public void run(Consumer<Finding> findings) {
    new SiteCheck(workplace, today, environment).look().forEach(findings);
    List<Finding> store = new StoreCheck(workplace, clock).look();
    store.forEach(findings);
    if (!workplace.store().remote()) {
      new EditionCheck(workplace).look().forEach(findings);
    }
    boolean readable = store.stream().allMatch(one -> one.level() != Finding.Level.DAMAGED);
    if (deep && readable) {
      new DeepCheck(workplace).look().forEach(findings);
    }
  }

  /** The exit status of all findings. */
  public static ExitStatus status(List<Finding> findings) {
    if (findings.stream().anyMatch(one -> one.level() == Finding.Level.DAMAGED)) {
      return ExitStatus.REFUSED;
    }
    return findings.stream().anyMatch(one -> one.level() == Finding.Level.CONFIGURATION)
        ? ExitStatus.USAGE
        : ExitStatus.DONE;
  }
}
