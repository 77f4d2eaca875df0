package hallmetrics.metrics;

import hallmetrics.catalogue.Metric;
import hallmetrics.time.Period;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of one metric in any period, and what may be said of them. */
final class Judge {
  private final MetricsRequest request;
  private final Definitions definitions;
  private final Figures figures;
  private final Places places;
  private final String id;

  Judge(
      MetricsRequest request, Definitions definitions, Figures figures, Places places, String id) {
    this.request = request;
    this.definitions = definitions;
    this.figures = figures;
    this.places = places;
    this.id = id;
  }

  /** A figure and its state: OK NO_BUSINESS NOT_RECEIVED PARTIAL NOT_DUE. */
  record Judged(Figure figure, String state) {
    private static Judged absent(String state) {
      return new Judged(Figure.ABSENT, state);
    }
  }

  /** The figure of a place in a period; null where the metric was not defined then. */
  @Nullable Judged of(Period period, String scope, String place, String split, String value) {
    Defined defined = definitions.of(id, period);
    if (defined == null) {
      return null;
    }
    Metric metric = defined.metric();
    List<String> tables = definitions.tables(metric);
    LocalDate until = metric.due() ? request.judgedUntil(tables) : LocalDate.MAX;
    NotReceived missing = request.notReceived();
    if (missing.isBefore(tables.get(0), period) || missing.neverCame(tables)) {
      return Judged.absent("NOT_RECEIVED");
    }
    NotReceived.State received = missing.of(tables, scope, place, period);
    if (until.isBefore(period.first())) {
      return Judged.absent(unjudged(period, scope, place, split, value, received));
    }
    Figure figure = figures.of(defined, at(period, scope, place, split, value));
    if (received == NotReceived.State.NOTHING && !figure.business()) {
      return Judged.absent("NOT_RECEIVED");
    }
    if (figure.value() == null) {
      return new Judged(figure, unjudged(period, scope, place, split, value, received));
    }
    return new Judged(figure, received == NotReceived.State.WHOLE ? "OK" : "PARTIAL");
  }

  /** Of a place without anything to judge: what is missing, or falls due on the days left. */
  private String unjudged(
      Period period,
      String scope,
      String place,
      String split,
      String value,
      NotReceived.State received) {
    if (received != NotReceived.State.WHOLE) {
      return received == NotReceived.State.NOTHING ? "NOT_RECEIVED" : "PARTIAL";
    }
    Defined later = definitions.later(id, period);
    boolean due =
        later != null && figures.of(later, at(period, scope, place, split, value)).business();
    return due ? "NOT_DUE" : "NO_BUSINESS";
  }

  /** Where a figure is summed from in a period. */
  Figures.At at(Period period, String scope, String place, String split, String value) {
    List<String> parts = places.parts(scope, place, period.last());
    return new Figures.At(scope, place, parts, split, value);
  }

  /** How many values of a score were stated for a place in a period. */
  long stated(Defined defined, Period period, String scope, String place) {
    return figures.stated(defined, at(period, scope, place, "", ""));
  }

  /** The value of a period to compare with; null where there is none. */
  @Nullable Double then(
      @Nullable Period period, String scope, String place, String split, String value) {
    Judged judged = period == null ? null : of(period, scope, place, split, value);
    return judged == null ? null : judged.figure().value();
  }

  /** What the control chart says of the months up to a month that is over. */
  Signals signal(Period period, String scope, String place) {
    List<Period> months = Definitions.history(period);
    if (!request.history()
        || months.isEmpty()
        || !Signals.SCOPES.contains(scope)
        || period.last().isAfter(request.asOf())) {
      return Signals.NONE;
    }
    return Signals.of(
        months.stream()
            .map(
                month -> {
                  Defined defined = definitions.of(id, month);
                  int version = defined == null ? 0 : defined.metric().version();
                  return new Signals.Month(then(month, scope, place, "", ""), version);
                })
            .toList());
  }
}
