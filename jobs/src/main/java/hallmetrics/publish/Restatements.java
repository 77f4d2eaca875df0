package hallmetrics.publish;

import hallmetrics.edition.MetricRow;
import hallmetrics.edition.RestatementRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which published figures differ from those of the edition before. */
final class Restatements {
  private record Key(
      String grain, String metric, String scope, String scopeId, String split, String value) {}

  private Restatements() {}

  /** One row a figure whose numerator, denominator or value moved, appeared or went. */
  static List<RestatementRow> of(
      List<MetricRow> before, List<MetricRow> now, int edition, String reason) {
    Map<Key, MetricRow> old = new HashMap<>();
    before.forEach(row -> old.put(key(row), row));
    List<RestatementRow> rows = new ArrayList<>();
    for (MetricRow row : now) {
      MetricRow then = old.remove(key(row));
      if (then == null || differs(then, row)) {
        rows.add(row(then, row, row, edition, reason));
      }
    }
    for (MetricRow row : before) {
      if (old.containsKey(key(row))) {
        rows.add(row(row, null, row, edition, reason));
      }
    }
    return rows;
  }

  private static Key key(MetricRow row) {
    return new Key(
        row.grain(), row.metric(), row.scope(), row.scopeId(), row.split(), row.splitValue());
  }

  private static boolean differs(MetricRow a, MetricRow b) {
    return !Objects.equals(a.numerator(), b.numerator())
        || !Objects.equals(a.denominator(), b.denominator())
        || !Objects.equals(a.value(), b.value());
  }

  private static RestatementRow row(
      @Nullable MetricRow then,
      @Nullable MetricRow now,
      MetricRow named,
      int edition,
      String reason) {
    return new RestatementRow(
        named.period(),
        edition,
        named.metric(),
        named.scope(),
        named.scopeId(),
        named.split(),
        named.splitValue(),
        then == null ? null : then.numerator(),
        then == null ? null : then.denominator(),
        then == null ? null : then.value(),
        now == null ? null : now.numerator(),
        now == null ? null : now.denominator(),
        now == null ? null : now.value(),
        records(then, now),
        reason);
  }

  /** By how many records the figure moved: the greater change of numerator and denominator. */
  private static long records(@Nullable MetricRow then, @Nullable MetricRow now) {
    double k =
        number(now == null ? null : now.numerator())
            - number(then == null ? null : then.numerator());
    double n =
        number(now == null ? null : now.denominator())
            - number(then == null ? null : then.denominator());
    return Math.round(Math.max(Math.abs(k), Math.abs(n)));
  }

  private static double number(@Nullable Double value) {
    return value == null ? 0 : value;
  }
}
