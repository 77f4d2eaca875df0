package hallmetrics.metrics;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Measure;
import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.MetricKind;
import hallmetrics.edition.MetricRow;
import hallmetrics.settings.Target;
import hallmetrics.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Computes the rows of {@code metrics} for the periods asked, from one pinned view. */
public final class MetricsJob {
  private final SparkSession session;

  /** A job on a session that has the product's SQL functions. */
  public MetricsJob(SparkSession session) {
    this.session = session;
  }

  /**
   * The figures, by period, metric, scope, place and split.
   *
   * @throws hallmetrics.fault.HallException {@code score-stated-twice}, exit 3
   */
  public List<MetricRow> compute(MetricsRequest request) {
    List<Metric> metrics = asked(request);
    if (metrics.isEmpty()) {
      return List.of();
    }
    Sums sums = new SumsReader(session, request, metrics).read();
    Places places = new Places(request.registers(), request.asOf());
    List<MetricRow> rows = new ArrayList<>();
    for (Period period : request.periods()) {
      for (Metric metric : request.catalogue().metricsInForce(period.last())) {
        if (metrics.contains(metric)) {
          new Sheet(request, sums, places, period, metric).write(rows);
        }
      }
    }
    return rows;
  }

  private static List<Metric> asked(MetricsRequest request) {
    Set<Metric> metrics = new LinkedHashSet<>();
    for (Period period : request.periods()) {
      for (Metric metric : request.catalogue().metricsInForce(period.last())) {
        if (request.metrics().isEmpty() || request.metrics().contains(metric.id())) {
          metrics.add(metric);
        }
      }
    }
    return new ArrayList<>(metrics);
  }

  /** The table or derived table a metric's rows come from. */
  static String table(Catalogue catalogue, Metric metric) {
    if (metric.kind() == MetricKind.STOCK) {
      return metric.numerator();
    }
    String measure = Objects.requireNonNullElse(metric.denominator(), metric.numerator());
    Measure counted = Objects.requireNonNull(catalogue.measure(measure), measure);
    return counted.table();
  }

  /** All rows of one metric in one period. */
  private static final class Sheet {
    private final MetricsRequest request;
    private final Sums sums;
    private final Places places;
    private final Period period;
    private final Bucket bucket;
    private final Metric metric;
    private final String table;
    private final List<String> tables;
    private final boolean comparable;

    Sheet(MetricsRequest request, Sums sums, Places places, Period period, Metric metric) {
      this.request = request;
      this.sums = sums;
      this.places = places;
      this.period = period;
      this.bucket = Bucket.of(period);
      this.metric = metric;
      this.table = table(request.catalogue(), metric);
      this.tables = request.catalogue().tablesRead(table);
      this.comparable = sameDefinition(period.previous()) && sameDefinition(period.yearAgo());
    }

    void write(List<MetricRow> rows) {
      for (String scope : Places.scopes(request.catalogue().place(table))) {
        Set<String> valid = places.valid(scope, period);
        Set<String> ids = new TreeSet<>(valid);
        ids.addAll(sums.ids(counted(), scope));
        for (String id : ids) {
          Figure whole = Figure.of(metric, sums, scope, id, "", "", bucket);
          if (metric.shareBy() == null && (valid.contains(id) || whole.business())) {
            rows.add(row(scope, id, "", "", whole));
          }
          if (!scope.equals("WINDOW") && !scope.equals("ITEM")) {
            splits(scope, id, rows);
          }
        }
      }
    }

    private String counted() {
      return metric.kind() == MetricKind.STOCK
          ? metric.id()
          : Objects.requireNonNullElse(metric.denominator(), metric.numerator());
    }

    private void splits(String scope, String id, List<MetricRow> rows) {
      String share = metric.shareBy();
      List<String> splits = share == null ? metric.splits() : List.of(share);
      for (String split : splits) {
        for (String value : sums.values(counted(), scope, id, split)) {
          Figure figure = Figure.of(metric, sums, scope, id, split, value, bucket);
          boolean counts =
              share == null
                  ? figure.business()
                  : figure.numerator() != null && figure.numerator() > 0;
          if (counts) {
            rows.add(row(scope, id, split, value, figure));
          }
        }
      }
    }

    private MetricRow row(String scope, String id, String split, String value, Figure figure) {
      Double n = figure.denominator() == null ? figure.numerator() : figure.denominator();
      boolean ratio = metric.denominator() != null || metric.kind() == MetricKind.QUANTILE;
      Signals signal =
          split.isEmpty() && request.history()
              ? Signals.of(metric, sums, scope, id, period)
              : new Signals("NONE", null);
      Target target =
          split.isEmpty() ? request.targets().of(metric.id(), scope, id, period.last()) : null;
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
          figure.interval() == null ? null : figure.interval().low(),
          figure.interval() == null ? null : figure.interval().high(),
          !ratio || (n != null && n >= metric.leastN()),
          state(scope, id, figure),
          target == null ? null : target.target(),
          then(period.previous(), scope, id, split, value),
          then(period.yearAgo(), scope, id, split, value),
          comparable,
          signal.signal(),
          signal.direction(),
          request.asOf().toString(),
          metric.version());
    }

    private String state(String scope, String id, Figure figure) {
      NotReceived.State received = request.notReceived().of(tables, scope, id, period);
      if (received == NotReceived.State.NOTHING && !figure.business()) {
        return "NOT_RECEIVED";
      }
      if (received != NotReceived.State.WHOLE) {
        return "PARTIAL";
      }
      if (figure.value() != null) {
        return "OK";
      }
      LocalDate judged = request.judgedUntil(tables);
      return metric.due() && period.last().isAfter(judged) ? "NOT_DUE" : "NO_BUSINESS";
    }

    private @Nullable Double then(
        @Nullable Period before, String scope, String id, String split, String value) {
      return before == null
          ? null
          : Figure.of(metric, sums, scope, id, split, value, Bucket.of(before)).value();
    }

    private boolean sameDefinition(@Nullable Period before) {
      if (before == null) {
        return true;
      }
      Metric then = request.catalogue().metric(metric.id(), before.last());
      return then == null || then.version() == metric.version();
    }
  }
}
