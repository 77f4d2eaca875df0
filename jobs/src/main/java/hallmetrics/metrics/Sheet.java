package hallmetrics.metrics;

import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.MetricKind;
import hallmetrics.edition.MetricRow;
import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.schema.Place;
import hallmetrics.settings.Target;
import hallmetrics.statistics.Interval;
import hallmetrics.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All rows of one metric in one period. */
final class Sheet {
  private final MetricsRequest request;
  private final Definitions definitions;
  private final Judge judge;
  private final Sums sums;
  private final Places places;
  private final Period period;
  private final Defined defined;
  private final Metric metric;
  private final boolean comparable;

  Sheet(
      MetricsRequest request,
      Definitions definitions,
      Judge judge,
      Sums sums,
      Places places,
      Period period,
      Defined defined) {
    this.request = request;
    this.definitions = definitions;
    this.judge = judge;
    this.sums = sums;
    this.places = places;
    this.period = period;
    this.defined = defined;
    this.metric = defined.metric();
    this.comparable = isComparable();
  }

  /** Whether one definition held in the period and in those it is compared with. */
  private boolean isComparable() {
    Set<Integer> versions = new TreeSet<>();
    for (Period each : Definitions.compared(period)) {
      Defined then = Defined.of(request.catalogue(), metric.id(), each);
      if (then != null) {
        versions.addAll(then.versions());
      }
    }
    return versions.size() <= 1;
  }

  void write(List<MetricRow> rows) {
    Place place = request.catalogue().place(definitions.table(metric));
    boolean score = metric.kind() == MetricKind.SCORE;
    for (String scope : score ? List.of(Places.stated(place)) : Places.scopes(place)) {
      Set<String> valid = places.valid(scope, period);
      Set<String> ids = new TreeSet<>(valid);
      ids.addAll(counted(scope));
      for (String id : ids) {
        if (score) {
          requireOneValue(scope, id);
        }
        Judge.Judged whole = Objects.requireNonNull(judge.of(period, scope, id, "", ""));
        if (valid.contains(id) || whole.figure().business()) {
          rows.add(row(scope, id, "", "", whole));
        }
        if (!scope.equals("WINDOW") && !scope.equals("ITEM")) {
          splits(scope, id, rows);
        }
      }
    }
  }

  /** The unsplit rows of the city and its regions, without comparisons, signals and targets. */
  void writeMonth(List<MetricRow> rows) {
    if (metric.kind() == MetricKind.SCORE) {
      return;
    }
    Place place = request.catalogue().place(definitions.table(metric));
    for (String scope : Places.scopes(place)) {
      if (scope.equals(Places.ALL) || scope.equals(Places.REGION)) {
        Set<String> ids = new TreeSet<>(places.valid(scope, period));
        ids.addAll(counted(scope));
        for (String id : ids) {
          Judge.Judged whole = Objects.requireNonNull(judge.of(period, scope, id, "", ""));
          rows.add(row(scope, id, "", "", whole, Compared.NOTHING));
        }
      }
    }
  }

  /** What a row is compared with. */
  private record Compared(
      @Nullable Double target,
      @Nullable Double previous,
      @Nullable Double yearAgo,
      Signals signal) {
    private static final Compared NOTHING = new Compared(null, null, null, Signals.NONE);
  }

  private Compared compared(String scope, String id, String split, String value) {
    return new Compared(
        split.isEmpty() ? target(scope, id) : null,
        judge.then(period.previous(), scope, id, split, value),
        judge.then(period.yearAgo(), scope, id, split, value),
        split.isEmpty() ? judge.signal(period, scope, id) : Signals.NONE);
  }

  /** The places of a scope that were counted at; what an item or window is, only counting says. */
  private Set<String> counted(String scope) {
    Set<String> ids = new TreeSet<>();
    for (Defined.Part part : defined.parts()) {
      ids.addAll(sums.ids(name(part.metric()), scope));
    }
    return ids;
  }

  /** The measure that says how much a figure rests on. */
  private static String name(Metric version) {
    return version.kind() == MetricKind.STOCK
        ? Stocks.name(version)
        : Objects.requireNonNullElse(version.denominator(), version.numerator());
  }

  private void requireOneValue(String scope, String id) {
    if (judge.stated(defined, period, scope, id) > 1) {
      throw HallException.of("score-stated-twice", ExitStatus.REFUSED, "同一对象同一周期报了多个分值，无法取舍")
          .english("a score was stated more than once for one place and period")
          .where(metric.title() + "，" + places.name(scope, id, period.last()) + "，" + period)
          .next("核对来源文件，删去多余的一条后重报；或改查只含一次报送的周期。")
          .build();
    }
  }

  private void splits(String scope, String id, List<MetricRow> rows) {
    if (metric.kind() == MetricKind.QUANTILE) {
      return;
    }
    List<String> parts = places.parts(scope, id, period.last());
    for (String split : metric.splits()) {
      Set<String> values = new TreeSet<>();
      for (Defined.Part part : defined.parts()) {
        values.addAll(sums.values(name(part.metric()), scope, parts, split));
      }
      for (String value : values) {
        Judge.Judged judged = judge.of(period, scope, id, split, value);
        if (judged != null && counts(judged.figure(), split)) {
          rows.add(row(scope, id, split, value, judged));
        }
      }
    }
  }

  /** Whether a split row rests on anything; a share's parts all rest on the whole. */
  private boolean counts(Figure figure, String split) {
    Double part = split.equals(metric.shareBy()) ? figure.numerator() : figure.size();
    return part != null && part != 0;
  }

  private MetricRow row(String scope, String id, String split, String value, Judge.Judged judged) {
    return row(scope, id, split, value, judged, compared(scope, id, split, value));
  }

  private MetricRow row(
      String scope, String id, String split, String value, Judge.Judged judged, Compared compared) {
    Figure figure = judged.figure();
    Interval interval = figure.interval();
    return new MetricRow(
        period.toString(),
        period.grain().name(),
        metric.id(),
        metric.kind().name(),
        metric.unit().name(),
        scope,
        id,
        places.name(scope, id, period.last()),
        split,
        value,
        figure.numerator(),
        figure.denominator(),
        figure.value(),
        interval == null ? null : interval.low(),
        interval == null ? null : interval.high(),
        sufficient(figure),
        judged.state(),
        compared.target(),
        compared.previous(),
        compared.yearAgo(),
        comparable,
        compared.signal().signal(),
        compared.signal().direction(),
        request.asOf().toString(),
        metric.version());
  }

  private boolean sufficient(Figure figure) {
    Double size = figure.size();
    return metric.leastN() == 0 || (size != null && size >= metric.leastN());
  }

  private @Nullable Double target(String scope, String id) {
    Target target = request.targets().of(metric.id(), scope, id, period.last());
    return target == null ? null : target.target();
  }
}
