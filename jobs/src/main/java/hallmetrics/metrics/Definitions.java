package hallmetrics.metrics;

import hallmetrics.catalogue.Catalogue;
import hallmetrics.catalogue.Measure;
import hallmetrics.catalogue.Metric;
import hallmetrics.catalogue.MetricKind;
import hallmetrics.time.Grain;
import hallmetrics.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is to be summed for a request: metrics, their measures, and over which days. */
final class Definitions {
  /** How many months a signal looks back, its own included. */
  static final int HISTORY = 24;

  private record Asked(String id, Period period) {}

  private final MetricsRequest request;
  private final Catalogue catalogue;
  private final List<String> ids;
  private final Map<Asked, @Nullable Defined> known = new HashMap<>();

  Definitions(MetricsRequest request) {
    this.request = request;
    this.catalogue = request.catalogue();
    Set<String> all = new LinkedHashSet<>();
    catalogue.metrics().forEach(metric -> all.add(metric.id()));
    this.ids =
        all.stream()
            .filter(id -> request.metrics().isEmpty() || request.metrics().contains(id))
            .toList();
  }

  /** The metrics asked, in the order of the catalogue. */
  List<String> ids() {
    return ids;
  }

  /** A metric in a period, of a due one only the days that may be judged; null if not in force. */
  @Nullable Defined of(String id, Period period) {
    Asked asked = new Asked(id, period);
    if (!known.containsKey(asked)) {
      Defined whole = Defined.of(catalogue, id, period);
      known.put(asked, whole == null ? null : judged(whole));
    }
    return known.get(asked);
  }

  private Defined judged(Defined whole) {
    return whole.metric().due() ? whole.until(request.judgedUntil(tables(whole.metric()))) : whole;
  }

  /** A due metric on the days of a period that may not be judged yet; null where there are none. */
  @Nullable Defined later(String id, Period period) {
    Defined whole = Defined.of(catalogue, id, period);
    if (whole == null || !whole.metric().due()) {
      return null;
    }
    Defined later = whole.after(request.judgedUntil(tables(whole.metric())));
    return later.parts().isEmpty() ? null : later;
  }

  /** The table or derived table a metric is counted on. */
  String table(Metric metric) {
    if (metric.kind() == MetricKind.STOCK) {
      return metric.numerator();
    }
    String name = Objects.requireNonNullElse(metric.denominator(), metric.numerator());
    return measure(name).table();
  }

  /** The ledger tables a metric is read from. */
  List<String> tables(Metric metric) {
    return catalogue.tablesRead(table(metric));
  }

  private Measure measure(String name) {
    return Objects.requireNonNull(catalogue.measure(name), name);
  }

  /** A period and those it is compared with. */
  static List<Period> compared(Period period) {
    List<Period> periods = new ArrayList<>(List.of(period));
    Period previous = period.previous();
    Period yearAgo = period.yearAgo();
    if (previous != null) {
      periods.add(previous);
    }
    if (yearAgo != null) {
      periods.add(yearAgo);
    }
    return periods;
  }

  /** The months up to a month, oldest first; none for other grains. */
  static List<Period> history(Period period) {
    List<Period> months = new ArrayList<>();
    if (period.grain() == Grain.MONTH) {
      YearMonth last = YearMonth.from(period.first());
      for (int back = HISTORY - 1; back >= 0; back--) {
        months.add(Period.month(last.minusMonths(back)));
      }
    }
    return months;
  }

  /** Every period whose figures are published or compared with. */
  Set<Period> recent() {
    Set<Period> periods = new LinkedHashSet<>();
    request.periods().forEach(period -> periods.addAll(compared(period)));
    return periods;
  }

  /** The months signals look back on. */
  Set<Period> past() {
    Set<Period> periods = new LinkedHashSet<>();
    if (request.history()) {
      request.periods().forEach(period -> periods.addAll(history(period)));
    }
    return periods;
  }

  /** The spans of every definition in some periods. */
  Set<Span> spans(Set<Period> periods) {
    Set<Span> spans = new LinkedHashSet<>();
    for (Period period : periods) {
      for (String id : ids) {
        parts(id, period).forEach(part -> spans.add(part.span()));
      }
    }
    return spans;
  }

  /** All definitions asked for in any period, each with its spans among the recent ones. */
  Map<Metric, Set<Span>> versions() {
    Map<Metric, Set<Span>> versions = new LinkedHashMap<>();
    for (Period period : recent()) {
      add(versions, period, true);
    }
    for (Period period : past()) {
      add(versions, period, false);
    }
    return versions;
  }

  private void add(Map<Metric, Set<Span>> versions, Period period, boolean recent) {
    for (String id : ids) {
      for (Defined.Part part : parts(id, period)) {
        Set<Span> spans = versions.computeIfAbsent(part.metric(), version -> new LinkedHashSet<>());
        if (recent) {
          spans.add(part.span());
        }
      }
    }
  }

  /** The definitions of a metric in a period, for days judged and days that are not due yet. */
  private List<Defined.Part> parts(String id, Period period) {
    List<Defined.Part> parts = new ArrayList<>();
    Defined defined = of(id, period);
    Defined later = later(id, period);
    parts.addAll(defined == null ? List.of() : defined.parts());
    parts.addAll(later == null ? List.of() : later.parts());
    return parts;
  }

  /**
   * Months that only signals look back on, by definition: what does not add over days has to be
   * counted for each of them. Months before the first rows are none.
   */
  Map<Metric, Set<Span>> pastWholes() {
    Map<Metric, Set<Span>> wholes = new LinkedHashMap<>();
    Set<Period> months = past();
    months.removeAll(recent());
    for (Period month : months) {
      for (String id : ids) {
        for (Defined.Part part : parts(id, month)) {
          String table = tables(part.metric()).get(0);
          if (isWhole(part.metric()) && !request.notReceived().isBefore(table, month)) {
            wholes
                .computeIfAbsent(part.metric(), version -> new LinkedHashSet<>())
                .add(part.span());
          }
        }
      }
    }
    return wholes;
  }

  /** Whether a figure of a span is no sum over its days: stocks and distinct values. */
  private boolean isWhole(Metric metric) {
    return metric.kind() == MetricKind.STOCK
        || measures(Set.of(metric)).stream().anyMatch(measure -> measure.distinct() != null);
  }

  /** The measures of some definitions, by name. */
  List<Measure> measures(Set<Metric> versions) {
    Set<String> names = new TreeSet<>();
    for (Metric metric : versions) {
      if (metric.kind() != MetricKind.STOCK) {
        names.add(metric.numerator());
      }
      if (metric.denominator() != null) {
        names.add(metric.denominator());
      }
    }
    return names.stream().map(this::measure).toList();
  }
}
