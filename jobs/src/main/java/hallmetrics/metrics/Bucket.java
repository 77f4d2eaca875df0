package hallmetrics.metrics;

import hallmetrics.time.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A span of days that is summed. */
record Bucket(LocalDate first, LocalDate last) {
  static final int HISTORY = 24;

  static Bucket of(Period period) {
    return new Bucket(period.first(), period.last());
  }

  static @Nullable Bucket orNull(@Nullable Period period) {
    return period == null ? null : of(period);
  }

  /** Every span a request needs: each period, the one before, the one a year ago, the months. */
  static List<Bucket> of(MetricsRequest request) {
    Set<Bucket> buckets = new LinkedHashSet<>();
    for (Period period : request.periods()) {
      buckets.add(of(period));
      add(buckets, orNull(period.previous()));
      add(buckets, orNull(period.yearAgo()));
      if (request.history()) {
        buckets.addAll(history(period));
      }
    }
    return new ArrayList<>(buckets);
  }

  /** The months up to a month, oldest first; empty for other grains. */
  static List<Bucket> history(Period period) {
    List<Bucket> months = new ArrayList<>();
    if (period.grain() == hallmetrics.time.Grain.MONTH) {
      YearMonth last = YearMonth.from(period.first());
      for (int back = HISTORY - 1; back >= 0; back--) {
        months.add(of(Period.month(last.minusMonths(back))));
      }
    }
    return months;
  }

  private static void add(Set<Bucket> buckets, @Nullable Bucket bucket) {
    if (bucket != null) {
      buckets.add(bucket);
    }
  }

  boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
