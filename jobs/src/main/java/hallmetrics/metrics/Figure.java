package hallmetrics.metrics;

import hallmetrics.catalogue.Metric;
import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.statistics.HistogramQuantile;
import hallmetrics.statistics.Interval;
import hallmetrics.statistics.Wilson;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A metric's numbers at a place in a bucket.
 *
 * @param numerator k, sum or stated value; null for a quantile
 * @param denominator n; null for COUNT, STOCK and SCORE
 * @param value null where there is nothing to divide by
 */
record Figure(
    @Nullable Double numerator,
    @Nullable Double denominator,
    @Nullable Double value,
    @Nullable Interval interval) {

  /** Whether anything was counted. */
  boolean business() {
    Double n = denominator == null ? numerator : denominator;
    return n != null && n != 0;
  }

  static Figure of(
      Metric metric,
      Sums sums,
      String scope,
      String id,
      String split,
      String value,
      Bucket bucket) {
    Sums.Key k = new Sums.Key(metric.numerator(), scope, id, split, value);
    return switch (metric.kind()) {
      case COUNT -> count(sums.n(k, bucket));
      case STOCK -> count(sums.n(new Sums.Key(metric.id(), scope, id, split, value), bucket));
      case PROPORTION, RATE, MEAN -> ratio(metric, sums, k, bucket);
      case QUANTILE -> quantile(metric, sums, scope, id, split, bucket);
      case SCORE -> score(metric, sums, k, bucket);
    };
  }

  private static Figure count(long n) {
    return new Figure((double) n, null, (double) n, null);
  }

  private static Figure ratio(Metric metric, Sums sums, Sums.Key k, Bucket bucket) {
    String measure = Objects.requireNonNull(metric.denominator());
    boolean share = metric.shareBy() != null;
    Sums.Key whole =
        new Sums.Key(measure, k.scope(), k.id(), share ? "" : k.split(), share ? "" : k.value());
    long n = sums.n(whole, bucket);
    if (metric.kind() == hallmetrics.catalogue.MetricKind.MEAN) {
      BigDecimal sum = Objects.requireNonNullElse(sums.x(k, bucket), BigDecimal.ZERO);
      double total = sum.doubleValue();
      return new Figure(total, (double) n, n == 0 ? null : total / n, null);
    }
    long hits = sums.n(k, bucket);
    boolean part = metric.kind() == hallmetrics.catalogue.MetricKind.PROPORTION;
    return new Figure(
        (double) hits,
        (double) n,
        n == 0 ? null : (double) hits / n,
        part && n > 0 ? Wilson.interval(hits, n) : null);
  }

  private static Figure quantile(
      Metric metric, Sums sums, String scope, String id, String split, Bucket bucket) {
    if (!split.isEmpty()) {
      return new Figure(null, 0.0, null, null);
    }
    var bars = sums.histogram(metric.numerator(), scope, id, bucket);
    OptionalLong days = HistogramQuantile.of(bars, metric.quantile());
    double n = bars.values().stream().mapToLong(Long::longValue).sum();
    return new Figure(null, n, days.isPresent() ? (double) days.getAsLong() : null, null);
  }

  private static Figure score(Metric metric, Sums sums, Sums.Key k, Bucket bucket) {
    long stated = sums.n(k, bucket);
    if (stated > 1 && !k.scope().equals(Places.ALL)) {
      throw HallException.of("score-stated-twice", ExitStatus.REFUSED, "同一对象同一周期报了两个分值，无法取舍")
          .english("a score was stated twice for one place and period")
          .where(
              metric.id()
                  + "，"
                  + k.scope()
                  + " "
                  + k.id()
                  + "，"
                  + bucket.first()
                  + "—"
                  + bucket.last())
          .next("核对来源文件，删去其中一条后重报。")
          .build();
    }
    BigDecimal x = stated == 1 ? sums.x(k, bucket) : null;
    Double value = x == null ? null : x.doubleValue();
    return new Figure(value, null, value, null);
  }
}
