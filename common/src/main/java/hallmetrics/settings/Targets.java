package hallmetrics.settings;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The targets of a site. */
public record Targets(List<Target> all) {

  /**
   * The target of a figure on a day: the one for this very place, else the one for every place of
   * the scope; null when nobody set one.
   *
   * @param scopeId empty for ALL
   */
  public @Nullable Target of(String metric, String scope, String scopeId, LocalDate day) {
    Target own = find(metric, scope, scopeId, day);
    return own != null ? own : find(metric, scope, "*", day);
  }

  private @Nullable Target find(String metric, String scope, String scopeId, LocalDate day) {
    for (Target target : all) {
      if (target.metric().equals(metric)
          && target.scope().equals(scope)
          && target.scopeId().equals(scopeId)
          && target.inForce(day)) {
        return target;
      }
    }
    return null;
  }
}
