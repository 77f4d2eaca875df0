package hallmetrics.metrics;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Measure;
import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.MetricKind;
import hallmetrics.statistics.HistogramQuantile;
import hallmetrics.statistics.Wilson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes figures from sums: parts are added first and divided last. */
final class Figures {
  /**
   * Where a figure is made for.
   *
   * @param ids the places it is summed from: of a region its leaves, else itself
   * @param split empty for the unsplit figure
   */
  record At(String scope, String id, Collection<String> ids, String split, String value) {
    At unsplit() {
      return new At(scope, id, ids, "", "");
    }

    /** The same, of the place itself alone. */
    At itself() {
      return new At(scope, id, List.of(id), split, value);
    }
  }

  private final Catalogue catalogue;
  private final Sums sums;
  private final Slots slots;

  private final LocalDate asOf;

  Figures(MetricsRequest request, Sums sums, Slots slots) {
    this.catalogue = request.catalogue();
    this.asOf = request.asOf();
    this.sums = sums;
    this.slots = slots;
  }

  /** The figure of a metric as it was defined, at a place. */
  Figure of(Defined defined, At at) {
    return switch (defined.metric().kind()) {
      case COUNT -> total(defined, at);
      case STOCK -> stock(defined, at);
      case PROPORTION, RATE -> ratio(defined, at);
      case MEAN -> mean(defined, at);
      case QUANTILE -> quantile(defined, at);
      case SCORE -> score(defined, at);
    };
  }

  /** Picks one of the measures of a definition. */
  private interface Picks {
    @Nullable String measure(Metric metric);
  }

  private long n(Defined defined, Picks picks, At at) {
    long n = 0;
    for (Defined.Part part : defined.parts()) {
      String name = Objects.requireNonNull(picks.measure(part.metric()));
      Measure measure = catalogue.measure(name);
      boolean distinct = measure != null && measure.distinct() != null;
      n += distinct ? whole(name, part.span(), at.itself()) : n(name, part.span(), at);
    }
    return n;
  }

  private long n(String measure, Span span, At at) {
    long n = 0;
    for (String id : at.ids()) {
      n += sums.n(key(measure, at, id), slots.inside(span));
    }
    return n;
  }

  private long whole(String name, Span span, At at) {
    long n = 0;
    for (String id : at.ids()) {
      n += sums.n(key(name, at, id), new int[] {slots.whole(span)});
    }
    return n;
  }

  private static Sums.Key key(String measure, At at, String id) {
    return new Sums.Key(measure, at.scope(), id, at.split(), at.value());
  }

  private static Figure count(long n) {
    return new Figure((double) n, null, (double) n, null);
  }

  /** Rows counted or, where the measure sums a column, that sum. */
  private Figure total(Defined defined, At at) {
    Measure measure = catalogue.measure(defined.metric().numerator());
    if (measure == null || measure.sum() == null) {
      return count(n(defined, Metric::numerator, at));
    }
    double sum = x(defined, at).doubleValue();
    return new Figure(sum, null, sum, null);
  }

  /** What is open at the end of the last definition's days. */
  private Figure stock(Defined defined, At at) {
    if (defined.parts().isEmpty()) {
      return Figure.ABSENT;
    }
    Defined.Part last = defined.parts().get(defined.parts().size() - 1);
    return count(whole(Stocks.name(last.metric()), Stocks.end(last.span(), asOf), at));
  }

  private Figure ratio(Defined defined, At at) {
    boolean share = defined.metric().shareBy() != null;
    long n = n(defined, Metric::denominator, share ? at.unsplit() : at);
    long k = n(defined, Metric::numerator, at);
    boolean proportion = defined.metric().kind() == MetricKind.PROPORTION;
    return new Figure(
        (double) k,
        (double) n,
        n == 0 ? null : (double) k / n,
        proportion && n > 0 ? Wilson.interval(k, n) : null);
  }

  private Figure mean(Defined defined, At at) {
    double sum = x(defined, at).doubleValue();
    long n = n(defined, Metric::denominator, at);
    return new Figure(sum, (double) n, n == 0 ? null : sum / n, null);
  }

  private BigDecimal x(Defined defined, At at) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Defined.Part part : defined.parts()) {
      for (String id : at.ids()) {
        Sums.Key key = key(part.metric().numerator(), at, id);
        sum = sum.add(sums.x(key, slots.inside(part.span())));
      }
    }
    return sum;
  }

  private Figure quantile(Defined defined, At at) {
    SortedMap<Long, Long> bars = new TreeMap<>();
    for (Defined.Part part : defined.parts()) {
      String measure = part.metric().numerator();
      for (String days : sums.values(measure, at.scope(), at.ids(), "days")) {
        At bar = new At(at.scope(), at.id(), at.ids(), "days", days);
        bars.merge(Long.parseLong(days), n(measure, part.span(), bar), Long::sum);
      }
    }
    OptionalLong days = HistogramQuantile.of(bars, defined.metric().quantile());
    double n = bars.values().stream().mapToLong(Long::longValue).sum();
    return new Figure(null, n, days.isPresent() ? (double) days.getAsLong() : null, null);
  }

  private Figure score(Defined defined, At at) {
    Double value = stated(defined, at) == 1 ? (Double) x(defined, at.itself()).doubleValue() : null;
    return new Figure(value, null, value, null);
  }

  /** How many values of a score were stated for a place itself. */
  long stated(Defined defined, At at) {
    return n(defined, Metric::numerator, at.itself());
  }
}
