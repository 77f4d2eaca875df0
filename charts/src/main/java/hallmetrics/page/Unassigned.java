package hallmetrics.page;

import hallmetrics.edition.MetricRow;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a metric counts of the city and of no place of a scope, because its records name none. */
final class Unassigned {
  /** The id under which it is counted. */
  static final String ID = "(none)";

  private static final String REGION = "REGION";

  private final Facts facts;

  Unassigned(Facts facts) {
    this.facts = facts;
  }

  /**
   * So much that nobody may read the places of the scope as the whole.
   *
   * @param part records without a place
   * @param whole all records of the city
   */
  record Share(double part, double whole) {}

  /** The unassigned part of a metric in the period; null where it is not considerable. */
  @Nullable Share of(String metric, String scope) {
    MetricRow row = facts.units(metric, scope).get(ID);
    MetricRow city = facts.city(metric);
    if (row == null || city == null) {
      return null;
    }
    BigDecimal part = BigDecimal.valueOf(volume(row));
    BigDecimal most =
        facts.definitions().unassignedAbove().multiply(BigDecimal.valueOf(volume(city)));
    return part.compareTo(most) > 0 ? new Share(volume(row), volume(city)) : null;
  }

  /** Whether a place's row says it had nothing while the records may be its own. */
  boolean blurs(MetricRow row) {
    boolean nothing = row.state().equals("NO_BUSINESS") || row.state().equals("OK");
    return !row.scopeId().equals(ID)
        && nothing
        && volume(row) == 0
        && blurs(row.metric(), row.scope());
  }

  /**
   * Whether records without a place may belong to places that have none. Every record happens in
   * some region; an online one is of no hall, and says nothing of an idle one.
   */
  boolean blurs(String metric, String scope) {
    return scope.equals(REGION) && of(metric, scope) != null;
  }

  /** n of a ratio, k of a count. */
  private static double volume(MetricRow row) {
    Double n = row.denominator() == null ? row.numerator() : row.denominator();
    return n == null ? 0 : n;
  }
}
