package hallmetrics.settings;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A target somebody set.
 *
 * @param scopeId the place it is for; {@code *} for every place of the scope
 * @param target in the scale of the metric's value: 0.98 for 98 %
 */
public record Target(
    String metric,
    String scope,
    String scopeId,
    double target,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String source) {

  /** Whether it is in force on a day. */
  public boolean inForce(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || !day.isAfter(validTo));
  }
}
