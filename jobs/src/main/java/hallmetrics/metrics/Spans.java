package hallmetrics.metrics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Several spans together. */
final class Spans {
  private Spans() {}

  /** The same days as few spans, in order. */
  static List<Span> joined(Collection<Span> spans) {
    List<Span> joined = new ArrayList<>();
    for (Span span : spans.stream().sorted(Comparator.comparing(Span::first)).toList()) {
      Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last == null || span.first().isAfter(last.last().plusDays(1))) {
        joined.add(span);
      } else if (span.last().isAfter(last.last())) {
        joined.set(joined.size() - 1, new Span(last.first(), span.last()));
      }
    }
    return joined;
  }

  /** The ledger months (yyyy-MM) of spans, and of so many days before and after each. */
  static TreeSet<String> months(Collection<Span> spans, int before, int after) {
    TreeSet<String> months = new TreeSet<>();
    List<Span> wider = new ArrayList<>();
    for (Span span : spans) {
      LocalDate first = span.first().minusDays(before);
      wider.add(new Span(first, span.last().plusDays(after)));
    }
    for (Span span : joined(wider)) {
      YearMonth end = YearMonth.from(span.last());
      for (YearMonth m = YearMonth.from(span.first()); !m.isAfter(end); m = m.plusMonths(1)) {
        months.add(m.toString());
      }
    }
    return months;
  }
}
