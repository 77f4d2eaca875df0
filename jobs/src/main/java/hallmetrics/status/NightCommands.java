package hallmetrics.status;

import hallmetrics.night.ByHand;
import hallmetrics.run.Workplace;
import java.time.LocalDate;
import java.util.Map;

/** The commands that run nights, as a site runs its nights: by hand, or by the Airflow it names. */
final class NightCommands {
  private final Workplace workplace;
  private final boolean airflow;

  /** The environment's word on Airflow goes before that of site.yaml. */
  NightCommands(Workplace workplace, Map<String, String> environment) {
    this.workplace = workplace;
    this.airflow =
        !environment.getOrDefault("HALL_AIRFLOW_URL", "").isBlank()
            || workplace.site().options().airflow().url() != null;
  }

  /**
   * The command of the first of consecutive dates, with what a person does about the others
   * (Chinese).
   *
   * @param ran whether the nights were run before
   */
  String of(LocalDate from, LocalDate to, boolean ran) {
    boolean one = from.equals(to);
    if (airflow && !ran && !one) {
      return ByHand.conf("airflow backfill", workplace) + " --from " + from + " --to " + to;
    }
    String command =
        airflow
            ? ByHand.conf("airflow trigger", workplace)
                + " --date "
                + from
                + (ran ? " --again" : "")
            : ByHand.night(workplace, from);
    return one ? command : "从最早的起逐日运行到 " + to + "，先 " + command;
  }
}
