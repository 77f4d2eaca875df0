package hallmetrics.airflow;

import hallmetrics.fault.ExitStatus;
import java.util.List;

/**
 * How a watched run ended.
 *
 * @param status DONE published or nothing new; REFUSED the night was refused; OUTSIDE Airflow is
 *     the cause
 * @param lines what a person reads; the last ones say what to do next
 */
public record Verdict(ExitStatus status, List<String> lines) {}
